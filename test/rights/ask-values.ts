import type { Doc } from '#src/store/collections.ts';
import { type Ask, type Asks, isPrivate, otherUnit, ownUnit } from './ask.ts';
import type { Chat } from './chats.ts';
import { sampleItem } from './draft-cells.ts';
import { holdsOne, isStaff, type Listing, mayReadValue } from './oracle.ts';
import type { Person } from './people.ts';
import type { Press, Setup } from './probe.ts';
import { type RightsWorld, rightsNow } from './world.ts';

type Report = Doc<'reports'>;

/** The value in force of a unit's sample. */
function reportOf(world: RightsWorld, unit: string): Report {
  const { indicator, period } = sampleItem(world, unit);
  const report = world.book.valueFor(indicator, unit, period);
  if (!report) throw new Error(`${unit} has reported nothing`);
  return report;
}

const withReport =
  (report: Report): Setup =>
  (tx) =>
    tx.put('reports', report);

/** Only where nobody reads along. */
const aloneIf = (may: (who: Person) => boolean) => (who: Person, chat: Chat) =>
  isPrivate(chat) && may(who) ? ('here' as const) : ('refused' as const);

const isOffice = (who: Person) => holdsOne(who, 'assessment_office');
const heads = (who: Person, unit: string) => holdsOne(who, 'unit_head') && who.units.includes(unit);

interface Case {
  readonly label: string;
  readonly unitOf: (who: Person) => string;
}

const cases: readonly Case[] = [
  { label: 'own unit', unitOf: ownUnit },
  { label: 'another unit', unitOf: otherUnit },
];

/** Domain §1: the office confirms all, a unit's head their unit's; a task force's office looks on. */
function confirmAsks(world: RightsWorld): Asks {
  const sees = (who: Person) => isOffice(who) || holdsOne(who, 'unit_head', 'task_force_office');
  const deciding = (
    action: string,
    { label, unitOf, form = {} }: Case & { form?: Press['form'] },
    payload: object,
  ): Ask => ({
    label,
    press(who) {
      const ids = [reportOf(world, unitOf(who)).id];
      return { value: { action, page: 1, ids, ...payload }, form };
    },
    setup: (who) => withReport({ ...reportOf(world, unitOf(who)), state: 'submitted' }),
    expect: aloneIf((who) => isOffice(who) || heads(who, unitOf(who))),
  });
  return {
    'command:confirm': [{ label: 'list', say: () => '/审核', expect: aloneIf(sees) }],
    'action:confirm.show': [
      {
        label: 'a unit',
        press: () => ({ value: { action: 'confirm.show', unit: 'U32', page: 1 } }),
        expect: aloneIf(sees),
      },
    ],
    'action:confirm.ask': cases.map((each) => deciding('confirm.ask', each, { verdict: 'confirm' })),
    'action:confirm.decide': [
      ...cases.map((each) => deciding('confirm.decide', each, { verdict: 'confirm' })),
      deciding(
        'confirm.decide',
        { label: 'return', unitOf: ownUnit, form: { reason: '请核对' } },
        { verdict: 'return' },
      ),
    ],
  };
}

/** Issue 4 §5: a unit sees its own raw values, not others'; its head alone corrects them. */
function historyAsks(world: RightsWorld): Asks {
  const reads = (who: Person, unit: string) =>
    isStaff(who) &&
    mayReadValue(world.book, { person: who }, { unit, indicator: reportOf(world, unit).indicator });
  const files = [{ hash: '0'.repeat(64), name: '佐证.pdf', by: 'C020', at: rightsNow }];
  const correcting = ({ label, unitOf }: Case, step: string): Ask => ({
    label: `${label}, ${step}`,
    press(who) {
      const { value } = sampleItem(world, unitOf(who));
      const report = reportOf(world, unitOf(who)).id;
      const typed = { value, why: '口径调整' };
      return {
        value: { action: 'value.correct', report, step, ...(step === 'sure' ? typed : {}) },
        form: typed,
      };
    },
    expect: aloneIf((who) => heads(who, unitOf(who))),
  });
  return {
    'action:value.show': cases.map(({ label, unitOf }) => ({
      label,
      press: (who) => ({ value: { action: 'value.show', report: reportOf(world, unitOf(who)).id } }),
      expect: aloneIf((who) => reads(who, unitOf(who))),
      shows: (who) => [`value:${unitOf(who)}:${reportOf(world, unitOf(who)).indicator}`],
    })),
    'action:value.correct': [
      ...cases.map((each) => correcting(each, 'ask')),
      ...cases.map((each) => correcting(each, 'sure')),
    ],
    'action:evidence.get': cases.map(({ label, unitOf }) => ({
      label,
      press: (who) => ({ value: { action: 'evidence.get', report: reportOf(world, unitOf(who)).id, at: 0 } }),
      setup: (who) => withReport({ ...reportOf(world, unitOf(who)), files }),
      expect: aloneIf((who) => reads(who, unitOf(who))),
    })),
    'action:evidence.attach': cases.map(({ label, unitOf }) => ({
      label,
      press: (who) => ({
        value: {
          action: 'evidence.attach',
          hash: '1'.repeat(64),
          name: '佐证.pdf',
          report: reportOf(world, unitOf(who)).id,
        },
      }),
      expect: aloneIf((who) => holdsOne(who, 'cadre') && who.units.includes(unitOf(who))),
    })),
  };
}

/** Domain §8: whoever works for the district looks at an indicator; whose values are on the card depends on person and chat. */
function indicatorAsks(world: RightsWorld): Asks {
  const sample = (who: Person) => sampleItem(world, ownUnit(who));
  const listing = (who: Person): Listing => ({
    scope: 'indicator',
    of: sample(who).indicator,
    period: sample(who).period,
  });
  const own = (who: Person, chat: Chat) =>
    (isPrivate(chat) || chat.kind === 'unregistered') && who.units.length > 0
      ? [`value:${ownUnit(who)}:${sample(who).indicator}`]
      : [];
  const chases = (who: Person) =>
    isOffice(who) || world.book.taskForce('TF01').office_contacts.includes(who.cadre ?? '');
  return {
    'command:indicator': [
      {
        label: 'own unit’s',
        say: (who) => `/指标 ${world.book.indicator(sample(who).indicator).name} 9月`,
        listing,
        expect: (who, chat) =>
          !isStaff(who) ? 'refused' : chat.kind === 'unregistered' ? 'privately' : 'here',
        shows: own,
      },
      {
        label: 'which',
        say: () => '/指标',
        expect: (who, chat) =>
          !isStaff(who) ? 'refused' : chat.kind === 'unregistered' ? 'privately' : 'here',
      },
    ],
    'action:indicator.show': [
      {
        label: 'own unit’s',
        press: (who) => ({
          value: { action: 'indicator.show', indicator: sample(who).indicator, period: sample(who).period },
        }),
        listing,
        expect: (who, chat) => (isStaff(who) && chat.kind !== 'unregistered' ? 'here' : 'refused'),
        shows: own,
      },
      {
        label: 'another unit’s trend',
        press: (who) => ({
          value: { action: 'indicator.show', indicator: 'JJ-03', period: '2026-09', pick: 'unit' },
          option: otherUnit(who),
        }),
        listing: () => ({ scope: 'indicator', of: 'JJ-03', period: '2026-09' }),
        expect: (who, chat) => (isStaff(who) && chat.kind !== 'unregistered' ? 'here' : 'refused'),
      },
    ],
    'action:indicator.urge': [
      {
        label: 'a task force’s',
        press: () => ({
          value: { action: 'indicator.urge', indicator: 'JJ-06', period: '2026-10', count: 1 },
        }),
        expect: aloneIf(chases),
      },
    ],
  };
}

const locked: Setup = (tx) =>
  tx.put('period_locks', {
    ...{ id: '2026-08', locked_by: 'C085', locked_at: rightsNow },
    reopenings: [
      { unit: null, indicator: null, until: '2026-11-20', why: '补报', by: 'C085', at: rightsNow },
    ],
  });

/** What the assessment office alone does, with nobody beside it. */
function officeAsks(): Asks {
  const ask = (
    label: string,
    value: { readonly action: string; readonly [key: string]: unknown },
    more: Partial<Ask> & { form?: Press['form'] } = {},
  ): Ask => ({
    label,
    press: () => ({ value, form: more.form ?? {} }),
    expect: aloneIf(isOffice),
    ...(more.setup ? { setup: more.setup } : {}),
  });
  const month = '2026-08';
  const at = { indicator: 'JJ-04', period: '2026-10' };
  return {
    'command:lock': [{ label: 'months', say: () => '/账期', expect: aloneIf(isOffice) }],
    'action:lock.show': [ask('months', { action: 'lock.show' })],
    'action:lock.ask': [ask('lock', { action: 'lock.ask', month, what: 'lock' })],
    'action:lock.set': [ask('lock', { action: 'lock.set', month })],
    'action:lock.reopen': [
      ask(
        'for a unit',
        { action: 'lock.reopen', month },
        { setup: () => locked, form: { unit: '区财政局', until: '2026-11-09', why: '补报' } },
      ),
    ],
    'action:lock.end': [ask('a reopening', { action: 'lock.end', month, at: 0 }, { setup: () => locked })],
    'command:benchmark': [
      { label: 'an indicator', say: () => '/对标 一般公共预算收入增速 10月', expect: aloneIf(isOffice) },
    ],
    'action:benchmark.show': [ask('an indicator', { action: 'benchmark.show', ...at })],
    'action:benchmark.set': [ask('figures', { action: 'benchmark.set', ...at }, { form: { city: '5.1' } })],
  };
}

/** What is said and pressed about values, their history, benchmarks and locks. */
export function valueAsks(world: RightsWorld): Asks {
  return { ...confirmAsks(world), ...historyAsks(world), ...indicatorAsks(world), ...officeAsks() };
}
