import { compare, rational, zero } from '../../../shared/rational.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import { afterDifference, type RuleDifference, type RuleRecords } from '../records/rule-change.ts';
import { type PlanProblem, planProblems } from './plan-problems.ts';
import { trackProblems } from './track-problems.ts';

/** What a change of the rules is checked against. */
export interface RuleSetting extends RuleRecords {
  readonly indicators: readonly Indicator[];
  readonly units: readonly { readonly id: string }[];
}

/** A reason to refuse a change of the rules; about one assignment or a unit's year where these are named. */
export interface RuleProblem {
  readonly unit: string | null;
  readonly assignment: Assignment | null;
  readonly say: string;
}

/**
 * Why a change of the rules is refused (domain §4, Refused when set): whatever is wrong with the units it touches, and what it makes wrong
 * elsewhere. What was wrong before with units that it does not touch does not stand in its way.
 */
export function ruleChangeProblems(setting: RuleSetting, difference: RuleDifference): readonly RuleProblem[] {
  const units = new Set(setting.units.map(({ id }) => id));
  const plan = planAfter(setting, difference);
  return [
    ...plan,
    ...difference.assignments.flatMap(({ after }) =>
      after && !units.has(after.unit) ? [about(after, `单位${after.unit}不在单位名册里。`)] : [],
    ),
    ...tracksAfter(setting, difference, units),
    ...difference.items.flatMap(({ after }) => (after ? itemProblems(after) : [])),
  ];
}

function about(assignment: Assignment, say: string): RuleProblem {
  return { unit: assignment.unit, assignment, say };
}

function planAfter(setting: RuleSetting, difference: RuleDifference): readonly PlanProblem[] {
  const { indicators } = setting;
  const touched = difference.assignments.flatMap(({ before, after }) => [before, after]);
  const years = new Set(difference.tracks.flatMap(({ before, after }) => [before?.year, after?.year]));
  for (const each of touched) years.add(each?.year);
  const ofYears = <T extends { year: number }>(records: readonly T[]) =>
    records.filter(({ year }) => years.has(year));
  const before = planProblems(ofYears(setting.assignments), { indicators, tracks: setting.tracks });
  const tracks = afterDifference(setting.tracks, difference.tracks);
  const assignments = ofYears(afterDifference(setting.assignments, difference.assignments));
  const after = planProblems(assignments, { indicators, tracks });
  const own = new Set(touched.flatMap((each) => (each ? [`${each.year}|${each.unit}`] : [])));
  const known = new Set(before.map(keyOf));
  return after.filter((problem) => own.has(`${problem.year}|${problem.unit}`) || !known.has(keyOf(problem)));
}

function keyOf({ year, unit, assignment, say }: PlanProblem): string {
  return [year, unit, assignment?.id ?? '', say].join('|');
}

function tracksAfter(setting: RuleSetting, difference: RuleDifference, units: ReadonlySet<string>) {
  if (difference.tracks.length === 0) return [];
  const known = new Set(trackProblems(setting.tracks, units));
  return trackProblems(afterDifference(setting.tracks, difference.tracks), units)
    .filter((say) => !known.has(say))
    .map((say) => ({ unit: null, assignment: null, say }));
}

function itemProblems({ name, type, min, max }: RuleRecords['items'][number]): RuleProblem[] {
  const [least, most] = [rational(min), rational(max)];
  const outOfOrder = compare(least, zero) < 0 || compare(least, most) > 0;
  const noPoints = type !== 'veto' && compare(most, zero) === 0;
  if (!outOfOrder && !noPoints) return [];
  return [{ unit: null, assignment: null, say: `“${name}”的分值应从不小于0的下限到大于0的上限。` }];
}
