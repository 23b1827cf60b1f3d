import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import type { RuleDraft } from '../../domain/assessment/records/rule-draft.ts';
import { versionsInOrder } from '../../domain/assessment/records/rule-version.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import { milestoneWords } from '../../domain/assessment/rules/milestone-words.ts';
import { assignmentChangeWords, type ChangeNames } from '../../domain/assessment/rules/rule-change-words.ts';
import { ruleWords } from '../../domain/assessment/rules/rule-words.ts';
import { weightSum } from '../../domain/assessment/rules/weight-sum.ts';
import {
  type Period,
  periodAt,
  periodName,
  periodOfDay,
  startOf,
  yearOf,
} from '../../domain/calendar/period.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { type ShownYear, shownYear } from '../periods/shown-year.ts';
import { seenMark } from '../seen-mark.ts';
import { foreseeRules } from './change-rules.ts';
import { ruleNames } from './rule-names.ts';
import { type TargetsOf, targetsOf } from './targets-of.ts';

function rowOf(assignment: Assignment, names: ChangeNames, draft: RuleDraft | undefined) {
  const { id, indicator: code, weight, annual_target, milestones, rule } = assignment;
  const indicator = names.indicator(code);
  const change = draft?.changes.find(({ after }) => after?.id === id);
  return {
    id,
    indicator: indicator?.name ?? code,
    weight,
    target: indicator ? withMeasure(annual_target, indicator) : annual_target,
    rule: ruleWords(rule, indicator?.direction ?? 'higher'),
    milestones: milestoneWords(milestones),
    ...(change ? { mark: change.before ? ('changed' as const) : ('added' as const) } : {}),
  };
}

/** The months from which a change of a year's rules may hold: none before the year's newest version. */
export async function startMonths(tx: ReadTx, year: number): Promise<{ value: Period; text: string }[]> {
  const newest = versionsInOrder(await tx.all('rule_versions')).findLast(
    ({ from }) => from !== undefined && yearOf(from) === year,
  );
  const months = Array.from({ length: 12 }, (_, index) => periodAt('month', year, index + 1));
  return months
    .filter((month) => newest?.from === undefined || startOf(month) >= startOf(newest.from))
    .map((value) => ({ value, text: `从${periodName(value)}起` }));
}

/** What stands in the way beside the sum of the weights, which the card says anyway. */
async function problemsOf(tx: ReadTx, { changes }: RuleDraft, now: Instant): Promise<string[]> {
  const put = changes.flatMap(({ after }) => (after ? [after] : []));
  const remove = changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
  const { problems } = await foreseeRules(tx, { changes: { assignments: { put, remove } }, now });
  return problems.flatMap(({ assignment, say }) => (assignment ? [say] : []));
}

async function draftOf(tx: ReadTx, draft: RuleDraft, { names, now }: { names: ChangeNames; now: Instant }) {
  return {
    by: names.cadre(draft.by),
    at: draft.at,
    changes: draft.changes.map((change) => assignmentChangeWords(change, names)),
    starts: await startMonths(tx, draft.year),
    problems: await problemsOf(tx, draft, now),
    seen: seenMark(draft.changes),
  };
}

/** Which year's targets are meant where none is said. */
export function targetsYear(
  tx: ReadTx,
  { unit, year, now }: { unit?: string; year: number | undefined; now: Instant },
): Promise<ShownYear> {
  return shownYear(year, now, async (running) => {
    if (unit !== undefined) return (await targetsOf(tx, { unit, year: running })).planned.length > 0;
    return [...(await tx.all('assignments')), ...(await tx.all('rule_drafts'))].some(
      (each) => each.year === running,
    );
  });
}

/** A unit's targets of a year as its draft would have them, what the weights sum to, and what the draft changes; for the office. */
export async function seeTargets(tx: ReadTx, { unit, year, now }: TargetsOf & { now: Instant }) {
  const names = await ruleNames(tx);
  const known = await tx.get('units', unit);
  if (!known) throw errors.notFound('这个单位', '请用单位简称，如：/目标 区财政局');
  const { planned, draft } = await targetsOf(tx, { unit, year });
  const tracks = (await tx.all('tracks')).filter((track) => track.year === year);
  const track = tracks.find(({ units }) => units.includes(unit));
  return {
    unit,
    unitName: known.short_name,
    year,
    ...(track ? { track: { id: track.id, name: track.name } } : {}),
    sum: weightSum(planned),
    rows: planned.map((assignment) => rowOf(assignment, names, draft)),
    month: periodOfDay('month', dayOf(now)),
    ...(draft ? { draft: await draftOf(tx, draft, { names, now }) } : {}),
  };
}

/** Units with an open draft or with weights that do not sum to 100, and the tracks, for the first card. */
export async function seeTargetUnits(tx: ReadTx, year: number) {
  const units = await tx.all('units');
  const open = [];
  for (const { id, short_name } of units) {
    const { planned, draft } = await targetsOf(tx, { unit: id, year });
    const sum = weightSum(planned);
    if (draft || !sum.isWhole)
      open.push({ unit: id, name: short_name, sum: sum.words, draft: draft !== undefined });
  }
  const tracks = (await tx.all('tracks')).filter((track) => track.year === year);
  return {
    year,
    open,
    units: units.map(({ id, short_name }) => ({ value: id, text: short_name })),
    tracks: tracks.map(({ id, name, units: { length } }) => ({ id, name, units: length })),
  };
}
