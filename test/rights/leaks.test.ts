import { beforeAll, expect, test } from 'vitest';
import { withdrawFrom } from '#src/operations/people/withdraw-from.ts';
import { chats } from './chats.ts';
import { sampleItem, withDraft } from './draft-cells.ts';
import { peopleOf } from './people.ts';
import { press, type Seen, say, sentCard } from './probe.ts';
import { factsIn } from './secrets.ts';
import { type RightsWorld, rightsWorld } from './world.ts';

/* What the matrix once found, told one by one. */

let world: RightsWorld;
beforeAll(async () => {
  world = await rightsWorld();
}, 60_000);

const at = (person: string, place: string) => {
  const who = peopleOf(world.cadres).find(({ name }) => name === person);
  const chat = chats.find(({ name }) => name === place);
  if (!who || !chat) throw new Error(`${person}, ${place}`);
  return { who, chat };
};

/** Raw values that everybody in the group reads. */
const valuesInGroup = ({ shown }: Seen) =>
  shown
    .filter(({ reader }) => 'chat' in reader)
    .flatMap(({ content }) => factsIn(content, world.secrets))
    .filter((fact) => fact.startsWith('value:'));

test('a ranking by an indicator shows a unit its own value and of the others only place and f', async () => {
  const { who, chat } = at('cadre', 'private');
  const { shown } = await say(world, { who, chat }, '/排名 一般公共预算收入 10月');
  const facts = shown.flatMap(({ content }) => factsIn(content, world.secrets));
  expect(facts.filter((fact) => fact.startsWith('value:'))).toEqual(['value:U01:JJ-03']);
  expect(facts.filter((fact) => fact.startsWith('row:')).length).toBeGreaterThan(5);
  expect(JSON.stringify(shown)).toContain('不公开');
});

test('a public ranking group reads no raw value at all', async () => {
  const seen = await say(
    world,
    at('district_leader', 'public_ranking (full)'),
    '/排名 一般公共预算收入 10月',
  );
  expect(valuesInGroup(seen)).toEqual([]);
  expect(JSON.stringify(seen.shown)).not.toContain('完成值","');
});

test('a value moved to another unit by correcting leaves the group of the first', async () => {
  const { who, chat } = at('cadre with two posts', 'unit:U03');
  const [from, to] = [sampleItem(world, 'U03'), sampleItem(world, 'U43')];
  const value_0 = to.value;
  const form = { value_0, unit_0: 'U43', indicator_0: to.indicator, period_0: to.period, keep_0: 'keep' };
  const setup = withDraft(who.openId, [from]);
  const value = { action: 'report.correct_submit', draft: 'draft_1' };
  const seen = await press(world, { who, chat, setup }, { value, form });
  expect(seen.refused).toBeUndefined();
  expect(valuesInGroup(seen)).toEqual([]);
  expect(JSON.stringify(seen.shown)).toContain('这些数值不属于本群');
});

test('what somebody still owes is not said in the group where they report', async () => {
  const { who, chat } = at('cadre', 'unit:U01');
  const setup = withDraft(who.openId, [sampleItem(world, 'U01')]);
  const value = { action: 'report.confirm', draft: 'draft_1' };
  const seen = await press(world, { who, chat, setup }, { value, form: { late_reason: '部门数据晚到' } });
  expect(seen.refused).toBeUndefined();
  expect(JSON.stringify(seen.shown)).not.toMatch(/\d 项待报/);
});

test('a task force’s office sees all units on its own indicators, in private', async () => {
  const { shown } = await say(world, at('task_force_office', 'private'), '/排名 一般公共预算收入 10月');
  const facts = shown.flatMap(({ content }) => factsIn(content, world.secrets));
  const values = facts.filter((fact) => fact.startsWith('value:'));
  expect(values).toContain('value:U32:JJ-03');
  expect(values.length).toBeGreaterThan(10);
});

test('what waits for a person who leaves is withdrawn, and nobody else’s', async () => {
  const waiting = (id: string, reader: string) => ({
    ...sentCard(at('cadre', 'private'), {}),
    ...{ id, reader, content: '{}', state: 'queued' as const, message: null, sent_at: null },
  });
  const states = await world.store.write(
    { at: '2026-11-06T09:00:00+08:00', who: 'test', what: 'test' },
    async (tx) => {
      await tx.put('outbox', waiting('msg_1', 'ou_gone'));
      await tx.put('outbox', waiting('msg_2', 'ou_stays'));
      expect(await withdrawFrom(tx, 'ou_gone')).toBe(1);
      const docs = [await tx.get('outbox', 'msg_1'), await tx.get('outbox', 'msg_2')];
      return docs.map((doc) => [doc?.state, doc?.content]);
    },
  );
  expect(states).toEqual([
    ['dropped', null],
    ['queued', '{}'],
  ]);
});
