import { actions } from '#src/actions/index.ts';
import { commands } from '#src/commands/index.ts';
import type { Ask, Asks, Outcome } from './ask.ts';
import { actionAsks } from './ask-actions.ts';
import { administrationAsks } from './ask-administration.ts';
import { briefAsks } from './ask-brief.ts';
import { commandAsks } from './ask-commands.ts';
import { exportAsks } from './ask-exports.ts';
import { fileAsks } from './ask-files.ts';
import { importAsks } from './ask-imports.ts';
import { publishedAsks } from './ask-published.ts';
import { rulesAsks } from './ask-rules.ts';
import { valueAsks } from './ask-values.ts';
import { type Chat, chats } from './chats.ts';
import { mayRead, type Reader } from './oracle.ts';
import { type Person, peopleOf } from './people.ts';
import { press, type Seen, type Shown, say } from './probe.ts';
import { type Fact, factsIn } from './secrets.ts';
import { type RightsWorld, rightsNow } from './world.ts';

/** One cell: somebody tried something somewhere. */
export interface Cell {
  readonly declared: string;
  readonly ask: Ask;
  readonly who: Person;
  readonly chat: Chat;
  readonly outcome: Outcome;
  readonly refused: string | undefined;
  /** Every secret that was shown, with who read it. */
  readonly shown: readonly string[];
  /** What is not as domain §1, §7, §8 say, in words; empty when all is right. */
  readonly faults: readonly string[];
}

/** Everything that may be said or pressed, as the product's own lists declare it. */
export const declared: readonly string[] = [
  ...commands.map(({ name }) => `command:${name}`),
  ...actions.map(({ id }) => `action:${id}`),
];

/** What is tried of each. */
export function asksOf(world: RightsWorld): Asks {
  const lists = [
    ...[commandAsks(world), actionAsks(world), administrationAsks(world), briefAsks(), exportAsks(world)],
    ...[valueAsks(world), importAsks, rulesAsks(world), publishedAsks(world), fileAsks],
  ];
  const all: Record<string, Ask[]> = {};
  for (const [key, asks] of lists.flatMap((each) => Object.entries(each)))
    all[key] = [...(all[key] ?? []), ...asks];
  return all;
}

function readerIn(world: RightsWorld, people: readonly Person[], { reader }: Shown): Reader {
  if ('chat' in reader) {
    const chat = chats.find(({ id }) => id === reader.chat);
    return { chat: chat ?? { name: reader.chat, id: reader.chat, kind: 'unregistered' } };
  }
  const known = people.find(({ openId }) => openId === reader.person);
  if (known) return { person: known };
  const id = reader.person.replace('ou_demo_', '');
  const cadre = world.cadres.find((each) => each.id === id);
  const units = (cadre?.posts ?? []).flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const company = /^E\d{3}$/.test(id) ? { enterprise: id, roles: ['entrepreneur' as const] } : {};
  return {
    person: { name: id, openId: reader.person, roles: cadre?.roles ?? [], units, cadre: id, ...company },
  };
}

const nameOf = ({ person, chat }: Reader) => person?.name ?? chat?.name ?? 'nobody';

function outcomeOf({ refused, shown }: Seen, { who, chat }: { who: Person; chat: Chat }): Outcome {
  if (refused !== undefined) return 'refused';
  const alone = ({ reader, content }: Shown) =>
    'person' in reader &&
    reader.person === who.openId &&
    typeof content === 'object' &&
    'schema' in Object(content);
  return chat.id !== undefined && shown.some(alone) ? 'privately' : 'here';
}

interface Trying {
  readonly people: readonly Person[];
  readonly who: Person;
  readonly chat: Chat;
}

function missingOf(ask: Ask, { who, chat }: Trying, found: ReadonlySet<Fact>): string[] {
  const wanted = ask.expect(who, chat) === 'refused' ? [] : (ask.shows?.(who, chat) ?? []);
  return wanted.filter((fact) => !found.has(fact)).map((fact) => `does not show ${fact}`);
}

function fetchFaults(ask: Ask, { who, chat }: Trying, { fetched }: Seen): string[] {
  const expected = ask.fetches?.(who, chat) ?? false;
  return fetched === expected ? [] : [fetched ? 'makes the bot fetch a file' : 'does not fetch the file'];
}

/** Tries one thing and compares what is shown, to whom, with the oracle. */
async function cellOf(
  world: RightsWorld,
  name: string,
  { ask, ...at }: Trying & { ask: Ask },
): Promise<Cell> {
  const { who, chat, people } = at;
  const asking = { who, chat, setup: ask.setup?.(who) };
  const pressed = ask.press?.(who);
  const seen = pressed
    ? await press(world, asking, pressed)
    : await say(world, asking, { text: ask.say?.(who) ?? '', file: ask.file });
  const asked = { listing: ask.listing?.(who, chat), problems: ask.problems?.(who) ?? world.problems };
  const read = seen.shown.flatMap((shown) => {
    const reader = readerIn(world, people, shown);
    return factsIn(shown.content, world.secrets).map((fact) => ({ fact, reader }));
  });
  const leaks = read.filter(
    ({ fact, reader }) => !mayRead(world.book, reader, { fact, asked, now: rightsNow }),
  );
  const outcome = outcomeOf(seen, at);
  const expected = ask.expect(who, chat);
  const wrong =
    outcome === expected ? [] : [`is ${outcome} (${seen.refused ?? 'answered'}), not ${expected}`];
  const changed = outcome === 'refused' ? seen.changed.map((each) => `was refused but changed ${each}`) : [];
  return {
    ...{ declared: name, ask, who, chat, outcome, refused: seen.refused },
    shown: read.map(({ fact, reader }) => `${fact} to ${nameOf(reader)}`),
    faults: [
      ...wrong,
      ...changed,
      ...fetchFaults(ask, at, seen),
      ...leaks.map(({ fact, reader }) => `leaks ${fact} to ${nameOf(reader)}`),
      ...missingOf(ask, at, new Set(read.map(({ fact }) => fact))),
    ],
  };
}

interface Sampling {
  /** Every how many-th cell of the groups is tried; those in private are tried all. */
  readonly every: number;
}

/** Every ask of every declaration, by everybody, everywhere. */
export async function* rightsMatrix(world: RightsWorld, { every }: Sampling): AsyncGenerator<Cell> {
  const people = peopleOf(world.cadres);
  let at = 0;
  for (const [name, asks] of Object.entries(asksOf(world))) {
    for (const ask of asks) {
      for (const who of people) {
        // The counter runs on from ask to ask, so that each meets other combinations.
        const tried = chats.filter((chat) => chat.kind === 'private' || at++ % every === 0);
        for (const chat of tried) yield cellOf(world, name, { ask, who, chat, people });
      }
    }
  }
}
