import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprint } from '#cards/kit/fingerprint.ts';
import { actions } from '#src/actions/index.ts';
import { chats } from './chats.ts';
import { asksOf } from './matrix.ts';
import { mayRead } from './oracle.ts';
import { type Person, peopleOf } from './people.ts';
import { type Press, press, type Seen, type Setup, say } from './probe.ts';
import { factsIn, marked } from './secrets.ts';
import { type RightsWorld, rightsNow, rightsWorld } from './world.ts';

let world: RightsWorld;
let people: Person[];
let asks: ReturnType<typeof asksOf>;
beforeAll(async () => {
  world = await rightsWorld();
  people = peopleOf(world.cadres);
  asks = asksOf(world);
}, 60_000);

/** Somebody who may press it, somewhere, as the matrix says. */
function honest(id: string) {
  for (const ask of asks[`action:${id}`] ?? []) {
    for (const who of people) {
      for (const chat of chats) {
        const pressed = ask.press?.(who);
        if (pressed && ask.expect(who, chat) !== 'refused') return { ask, who, chat, pressed };
      }
    }
  }
  throw new Error(`nobody may press ${id}: test/rights/ask-actions.ts`);
}

const factsOf = ({ shown }: Seen) => shown.flatMap(({ content }) => factsIn(content, world.secrets));

async function pressedWith(id: string, part: Partial<Press>, setup?: Setup) {
  const { ask, who, chat, pressed } = honest(id);
  const both: Setup = async (tx) => {
    await ask.setup?.(who)(tx);
    await setup?.(tx);
  };
  return press(world, { who, chat, setup: both }, { ...pressed, ...part });
}

const longAgo = '2026-10-20T09:00:00+08:00';
const others = { chat: 'oc_p_ou_demo_C160', reader: 'ou_demo_C160', private: true };

describe.each(actions.map(({ id }) => id))('a press on %s', (id) => {
  const refusedAs = async (code: string, pressing: Promise<Seen>) => {
    const seen = await pressing;
    expect(seen).toMatchObject({ refused: code, changed: [] });
    expect(factsOf(seen)).toEqual([]);
  };

  test('counts from who may, on a card that was sent to them', async () => {
    expect((await pressedWith(id, {})).refused).toBeUndefined();
  });

  test('with a payload that the card does not carry is refused', async () => {
    const card = { buttons: [fingerprint({ action: id, problem: 'P9999' })] };
    await refusedAs('outdated_card', pressedWith(id, { card }));
  });

  test('on a card that the bot never sent, a forwarded copy too, is refused', async () => {
    await refusedAs('foreign_card', pressedWith(id, { card: null }));
  });

  test('on a card that was sent to another chat is refused', async () => {
    await refusedAs('foreign_card', pressedWith(id, { card: others }));
  });

  test('on a private card of somebody else is refused, whatever the chat says', async () => {
    await refusedAs('foreign_card', pressedWith(id, { card: { reader: 'ou_demo_C160', private: true } }));
  });

  test('on a card older than 14 days is refused', async () => {
    await refusedAs('stale_card', pressedWith(id, { card: { created_at: longAgo, sent_at: longAgo } }));
  });

  test('of who has left is refused', async () => {
    const { who } = honest(id);
    await refusedAs(
      'unknown_person',
      pressedWith(id, {}, (tx) => tx.delete('bindings', who.openId)),
    );
  });
});

describe('a card that a press has replaced', () => {
  const [value] = marked.value('12.3', 0).split(' ');
  const content = JSON.stringify({
    schema: '2.0',
    body: { elements: [{ tag: 'markdown', content: value }] },
  });
  const outdated: Press = {
    value: { action: 'ranking.show', scope: 'district', period: '2026-10', page: 1 },
    card: { buttons: ['0123456789abcdef'], content },
  };
  const leaders = chats.find(({ kind }) => kind === 'leaders') ?? {
    name: 'leaders',
    kind: 'leaders' as const,
  };
  const named = (name: string) => {
    const who = people.find((each) => each.name === name);
    if (!who) throw new Error(name);
    return who;
  };

  test('shows its newest look to who may press it', async () => {
    const seen = await press(world, { who: named('cadre'), chat: leaders }, outdated);
    expect(factsOf(seen)).toHaveLength(1);
  });

  test.each(['unbound', 'leaver', 'entrepreneur', 'another tenant’s'])(
    'shows it not to somebody %s',
    async (name) => {
      const seen = await press(world, { who: named(name), chat: leaders }, outdated);
      expect(factsOf(seen)).toEqual([]);
      expect(seen.refused).toMatch(/^(unknown_person|not_allowed)$/);
    },
  );

  test('shows it not in a group that has been registered anew since', async () => {
    const again = { id: leaders.id ?? '', kind: 'public_ranking' as const, registered_by: 'C056' };
    const setup: Setup = (tx) => tx.put('chats', { ...again, registered_at: '2026-11-06T09:00:01+08:00' });
    const seen = await press(world, { who: named('cadre'), chat: leaders, setup }, outdated);
    expect(seen.refused).toBe('outdated_card');
    expect(factsOf(seen)).toEqual([]);
  });
});

test('a card of a group that has been registered for something else shows only what the group may see now', async () => {
  const leaders = chats.find(({ kind }) => kind === 'leaders') ?? chats[0];
  const asks = asksOf(world)['action:ranking.show'] ?? [];
  const found: string[] = [];
  for (const ask of asks) {
    const who = people.find(({ name }) => name === 'district_leader') ?? people[0];
    if (!leaders || !who) throw new Error('no leaders');
    const now = { name: 'public', id: leaders.id ?? '', kind: 'public_ranking' as const };
    const setup: Setup = (tx) =>
      tx.put('chats', { id: now.id, kind: now.kind, registered_by: 'C056', registered_at: rightsNow });
    const seen = await press(world, { who, chat: leaders, setup }, ask.press?.(who) ?? { value: {} });
    const asked = { listing: ask.listing?.(who, now), problems: [] };
    found.push(...factsOf(seen));
    const leaks = factsOf(seen).filter(
      (fact) => !mayRead(world.book, { chat: now }, { fact, asked, now: rightsNow }),
    );
    expect({ of: ask.label, leaks }).toEqual({ of: ask.label, leaks: [] });
  }
  expect(found).not.toEqual([]);
});

test('a button that says something goes through rights as if its words were typed', async () => {
  const asks = Object.values(asksOf(world)).flatMap((each) =>
    each.filter(({ say: said }) => said).slice(0, 1),
  );
  const places = chats.filter(({ name }) => ['private', 'unit:U01'].includes(name));
  const different: string[] = [];
  for (const [nth, ask] of asks.entries()) {
    for (const [at, who] of people.entries()) {
      const chat = places[(nth + at) % places.length] ?? { name: 'private', kind: 'private' as const };
      const text = ask.say?.(who) ?? '';
      const typed = await say(world, { who, chat }, text);
      const button = await press(world, { who, chat }, { value: { say: text } });
      const same = typed.refused === button.refused && `${factsOf(typed)}` === `${factsOf(button)}`;
      if (!same) different.push(`${ask.label} by ${who.name} in ${chat.name}`);
    }
  }
  expect(different).toEqual([]);
});
