import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import {
  type RuleChanges,
  type RuleDifference,
  type RuleRecords,
  ruleDifference,
} from '../../domain/assessment/records/rule-change.ts';
import {
  nextVersionId,
  type RuleVersion,
  versionsInOrder,
} from '../../domain/assessment/records/rule-version.ts';
import { type RuleProblem, ruleChangeProblems } from '../../domain/assessment/rules/rule-change-problems.ts';
import {
  isPeriod,
  type Period,
  periodName,
  periodOfDay,
  startOf,
  yearOf,
} from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';

/** Who changes the rules, why, and from which period it is to hold. */
export interface RuleChange {
  readonly changes: RuleChanges;
  /** Actor id. */
  readonly by: string;
  readonly why: string;
  readonly now: Instant;
  /**
   * Absent: this month, of another year or one in which nothing is assigned yet its January, but not before the year's newest rules.
   */
  readonly from?: Period | undefined;
  /** The same changes weighed ahead; used while nothing has changed that they rest on. */
  readonly weighed?: WeighedRules | undefined;
  /** A workbook's units were found balanced by their stated weights: rows of theirs that are refused for another reason count too (issue 4 §1). */
  readonly weightsBalanced?: true;
}

/** What a change would do to the rules, and what is wrong with them then, whenever it begins to hold. */
export interface WeighedRules {
  /** Names the state that this was found in. */
  readonly state: string;
  readonly difference: RuleDifference;
  readonly problems: readonly RuleProblem[];
}

/** What a change would do, before it is made. */
interface RuleForecast {
  readonly difference: RuleDifference;
  readonly from: Period;
  readonly problems: readonly RuleProblem[];
}

/** Everything that weighing a change looks at. */
const weighedBy = ['assignments', 'tracks', 'adjustment_items', 'indicators', 'units'] as const;

async function stateOf(tx: ReadTx): Promise<string> {
  return (await Promise.all(weighedBy.map((name) => tx.version(name)))).join('/');
}

/** Long enough for others to be answered between two long pieces of work. */
const pauseMs = 5;

/** Weighs a change; ahead of its transaction where it is a large one, for that holds up all others. */
export async function weighRules(tx: ReadTx, changes: RuleChanges): Promise<WeighedRules> {
  const today: RuleRecords = {
    assignments: await tx.all('assignments'),
    tracks: await tx.all('tracks'),
    items: await tx.all('adjustment_items'),
  };
  const difference = ruleDifference(today, changes);
  await pause(pauseMs);
  const setting = { ...today, indicators: await tx.all('indicators'), units: await tx.all('units') };
  const problems = ruleChangeProblems(setting, difference);
  await pause(pauseMs);
  return { state: await stateOf(tx), difference, problems };
}

/** What a change of the rules would do and why it would be refused; writes nothing. For previews. */
export async function foreseeRules(
  tx: ReadTx,
  { changes, from, now, weighed }: Pick<RuleChange, 'changes' | 'from' | 'now' | 'weighed'>,
): Promise<RuleForecast> {
  const isFresh = weighed !== undefined && weighed.state === (await stateOf(tx));
  const { difference, problems } = isFresh ? weighed : await weighRules(tx, changes);
  const years = yearsOf(difference);
  const [year = Number(now.slice(0, 4))] = years;
  const start = from ?? (await usualStart(tx, { year, now }));
  const starting = (await startProblems(tx, start, years)).map((say) => ({
    unit: null,
    assignment: null,
    say,
  }));
  return { difference, from: start, problems: [...starting, ...problems] };
}

/**
 * Changes the rules in this transaction and keeps what they were: one new rule version with who, why, when, what and from which period.
 * Returns it, or undefined when nothing would change. Throws `bad_input` with the reasons where the change is refused.
 */
export async function changeRules(tx: WriteTx, change: RuleChange): Promise<RuleVersion | undefined> {
  const { by, now } = change;
  const why = change.why.trim();
  if (why === '') throw errors.badInput('请写明调整规则的理由。');
  const { difference, from, problems: found } = await foreseeRules(tx, change);
  const problems = change.weightsBalanced ? found.filter((problem) => !isOfWholeUnit(problem)) : found;
  if (isNothing(difference)) return undefined;
  if (problems.length > 0) throw errors.badInput(refusal(problems));
  const versions = await tx.all('rule_versions');
  const version = { id: nextVersionId(versions, yearOf(from)), at: now, by, why, from, ...difference };
  tx.because(why);
  await tx.put('rule_versions', version);
  await nextTurn();
  await write(tx, difference);
  return version;
}

/** Whether a change changes nothing. */
function isNothing({ assignments, tracks, items }: RuleDifference): boolean {
  return assignments.length + tracks.length + items.length === 0;
}

/** Assignments between two turns of the loop: some milliseconds. */
const perTurn = 250;

async function write(tx: WriteTx, { assignments, tracks, items }: RuleDifference): Promise<void> {
  const gone = <T extends { id: string }>(all: readonly { before: T | null; after: T | null }[]) =>
    all.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
  for (const id of gone(assignments)) await tx.delete('assignments', id);
  for (const id of gone(tracks)) await tx.delete('tracks', id);
  for (const id of gone(items)) await tx.delete('adjustment_items', id);
  for (const [index, { after }] of assignments.entries()) {
    if (after) await tx.put('assignments', after);
    if (index % perTurn === perTurn - 1) await nextTurn();
  }
  for (const { after } of tracks) if (after) await tx.put('tracks', after);
  for (const { after } of items) if (after) await tx.put('adjustment_items', after);
}

function yearsOf({ assignments, tracks }: RuleDifference): ReadonlySet<number> {
  const changed = [...assignments, ...tracks].flatMap(({ before, after }) => [before, after]);
  return new Set(changed.flatMap((record) => (record ? [record.year] : [])));
}

/** From when a change of a year's rules holds where nothing is said: this month, in another year or one without assignments January, but never before the year's newest version. */
export async function usualStart(
  tx: ReadTx,
  { year, now }: { readonly year: number; readonly now: Instant },
): Promise<Period> {
  const month = periodOfDay('month', dayOf(now));
  const known = (await tx.all('assignments')).some((assignment) => assignment.year === year);
  const start = known && year === yearOf(month) ? month : `${year}-01`;
  const newest = await newestStart(tx, year);
  return newest !== undefined && startOf(newest) > startOf(start) ? newest : start;
}

/** From when the newest rules of a year hold that have a beginning. */
async function newestStart(tx: ReadTx, year: number): Promise<Period | undefined> {
  const versions = versionsInOrder(await tx.all('rule_versions'));
  return versions.findLast(({ from }) => from !== undefined && yearOf(from) === year)?.from;
}

/** One version is about one year, and holds from a period of it that is not before where the year's newest version begins. */
async function startProblems(tx: ReadTx, from: Period, years: ReadonlySet<number>): Promise<string[]> {
  if (!isPeriod(from)) return [`“${from}”不是有效的时期。`];
  const year = yearOf(from);
  const others = [...years].filter((each) => each !== year);
  if (others.length > 0) return [`规则从${periodName(from)}起施行，只能调整${year}年的任务和赛道。`];
  const newest = await newestStart(tx, year);
  if (newest === undefined || startOf(newest) <= startOf(from)) return [];
  return [`${year}年的规则已从${periodName(newest)}起调整过，新的调整不能早于这个时期。`];
}

/** Only the sum of its weights is said of a unit's year as a whole. */
const isOfWholeUnit = ({ unit, assignment }: RuleProblem) => unit !== null && assignment === null;

const mostSaid = 5;

function refusal(problems: readonly RuleProblem[]): string {
  const said = problems.slice(0, mostSaid).map(({ say }) => say);
  const rest = problems.length - said.length;
  return `规则没有保存：${said.join('')}${rest > 0 ? `另有${rest}处问题。` : ''}`;
}
