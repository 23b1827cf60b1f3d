import { type Ask, type Asks, isPrivate, otherUnit, ownUnit, toAskerAlone } from './ask.ts';
import { holdsOne, isStaff, type Listing, rowsFor, sideOf } from './oracle.ts';
import type { Person } from './people.ts';
import type { Press } from './probe.ts';
import { type RightsWorld, rightsNow } from './world.ts';

const period = '2026-10';

/** §8: who sees everything in private. */
const seesAll = (who: Person) =>
  holdsOne(who, 'district_leader', 'assessment_office', 'organization_dept', 'supervision_office');

const track: Listing = { scope: 'track', of: 'T1', period };
const values: Listing = { scope: 'indicator', of: 'JJ-03', period };

interface Thing {
  readonly label: string;
  readonly words: (who: Person) => string;
  readonly payload: (who: Person) => Record<string, unknown>;
  readonly listing?: Listing;
  readonly may: (who: Person) => boolean;
  readonly shows?: Ask['shows'];
  readonly problems?: Ask['problems'];
}

function unitThing(world: RightsWorld, label: string, unitOf: (who: Person) => string): Thing {
  return {
    label,
    words: (who) => `单位 ${world.book.unit(unitOf(who)).short_name} 10月`,
    payload: (who) => ({ what: 'unit', of: unitOf(who) }),
    may: (who) => seesAll(who) || who.units.includes(unitOf(who)),
  };
}

/** Who may export what, which is who may see it (issue 4 §2); the file's rows are read as a card's are. */
function things(world: RightsWorld): Thing[] {
  const { book, problems } = world;
  const unitsWith = (code: string) =>
    book.input.assignments.filter(({ indicator }) => indicator === code).map(({ unit }) => unit);
  const isOffice = (who: Person) => book.taskForce('TF01').office_contacts.includes(who.cadre ?? '');
  const inOctober = problems.filter(({ submitted_at }) => submitted_at.startsWith(period));
  return [
    {
      label: 'a track',
      words: () => '发展攻坚赛道 10月',
      payload: () => ({ what: 'ranking', scope: 'track', of: 'T1' }),
      listing: track,
      may: () => true,
      shows: (who) =>
        rowsFor(book, { person: who }, { listing: track, now: rightsNow }).map((unit) => `row:${unit}`),
    },
    {
      label: 'values',
      words: () => `指标 ${book.indicator('JJ-03').name}`,
      payload: () => ({ what: 'values', of: 'JJ-03' }),
      listing: values,
      may: (who) =>
        seesAll(who) ||
        (holdsOne(who, 'task_force_office') && isOffice(who)) ||
        who.units.some((unit) => unitsWith('JJ-03').includes(unit)),
    },
    unitThing(world, 'own unit', ownUnit),
    unitThing(world, 'another unit', otherUnit),
    {
      label: 'rules of a track',
      words: () => '赛道 发展攻坚',
      payload: () => ({ what: 'track', of: 'T1' }),
      may: (who) => seesAll(who) || who.units.some((unit) => book.track('T1', 2026).units.includes(unit)),
    },
    {
      label: 'problems',
      words: () => '诉求 10月',
      payload: () => ({ what: 'problems' }),
      problems: () => problems,
      may: (who) => inOctober.some((problem) => ['handles', 'reads'].includes(sideOf(who, problem) ?? '')),
      shows: (who) =>
        inOctober.filter((problem) => sideOf(who, problem) !== undefined).map(({ id }) => `text:${id}`),
    },
  ];
}

function askOf(thing: Thing, part: Pick<Ask, 'say' | 'press'>): Ask {
  const { label, listing, may, shows, problems } = thing;
  return {
    ...{ label, ...part },
    ...(listing ? { listing: () => listing } : {}),
    ...(shows ? { shows } : {}),
    ...(problems ? { problems } : {}),
    expect: (who, chat) => (isStaff(who) && may(who) ? toAskerAlone(chat) : 'refused'),
  };
}

const pressOf = (action: string, payload: object, option?: string): Press => ({
  value: { action, period, ...payload },
  ...(option === undefined ? {} : { option }),
});

const said = ['a track', 'another unit'];

/** What is said and pressed to export. */
export function exportAsks(world: RightsWorld): Asks {
  const all = things(world);
  const choosing = (label: string, payload: object, option?: string): Ask => ({
    label,
    press: () => pressOf('export.show', payload, option),
    expect: (who, chat) => (isStaff(who) && isPrivate(chat) ? 'here' : 'refused'),
  });
  return {
    'command:export': [
      {
        label: 'as it is',
        say: () => '/导出',
        expect: (who, chat) => (isStaff(who) ? toAskerAlone(chat) : 'refused'),
      },
      // The same rights as the press below, where all is tried.
      ...all
        .filter(({ label }) => said.includes(label))
        .map((thing) => askOf(thing, { say: (who) => `/导出 ${thing.words(who)}` })),
    ],
    'action:export.make': all.map((thing) =>
      askOf(thing, { press: (who) => pressOf('export.make', thing.payload(who)) }),
    ),
    'action:export.show': [
      choosing('another period', {}),
      choosing('a task force', { list: 'values' }, 'TF01'),
      choosing('a track’s units', { list: 'unit' }, 'T1'),
    ],
  };
}
