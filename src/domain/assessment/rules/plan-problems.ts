import { add, rational, toDecimal, zero } from '../../../shared/rational.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Track } from '../records/track.ts';
import { assignmentProblems, comparesCompletion, targetProblems } from './assignment-problems.ts';
import { simpleRulesOf } from './simple-rules-of.ts';

/** A reason to refuse a task breakdown: about one assignment, or about a unit's whole year. */
export interface PlanProblem {
  readonly year: number;
  readonly unit: string;
  readonly assignment: Assignment | null;
  readonly say: string;
}

/** What a task breakdown is checked against. */
export interface PlanContext {
  readonly indicators: readonly Indicator[];
  readonly tracks: readonly Track[];
}

/**
 * Why a task breakdown is refused (domain §4, Refused when set): the problems of each assignment, an unknown or
 * repeated indicator, a target ≤ 0 where others of the track compare completion, and weights of a unit and year that
 * do not sum to 100.
 */
export function planProblems(
  assignments: readonly Assignment[],
  context: PlanContext,
): readonly PlanProblem[] {
  return [
    ...assignments.flatMap((each) => assignmentProblems(each).map((say) => about(each, say))),
    ...unknownIndicators(assignments, context),
    ...repeated(assignments),
    ...comparedTargets(assignments, context),
    ...weightSums(assignments),
  ];
}

function about(assignment: Assignment, say: string): PlanProblem {
  return { year: assignment.year, unit: assignment.unit, assignment, say };
}

function unknownIndicators(assignments: readonly Assignment[], { indicators }: PlanContext): PlanProblem[] {
  const codes = new Set(indicators.map((indicator) => indicator.code));
  return assignments
    .filter((each) => !codes.has(each.indicator))
    .map((each) => about(each, `指标库里没有指标${each.indicator}。`));
}

function repeated(assignments: readonly Assignment[]): PlanProblem[] {
  const seen = new Set<string>();
  return assignments.flatMap((each) => {
    const key = `${each.year}|${each.unit}|${each.indicator}`;
    if (seen.has(key)) return [about(each, `指标${each.indicator}重复下达给同一单位。`)];
    seen.add(key);
    return [];
  });
}

/** One unit's `of: completion` divides by the targets of all units of its track that have the indicator. */
function comparedTargets(assignments: readonly Assignment[], { tracks }: PlanContext): PlanProblem[] {
  const keyOf = ({ year, unit, indicator }: Assignment) =>
    `${year}|${tracks.find((track) => track.year === year && track.units.includes(unit))?.id}|${indicator}`;
  const compares = (each: Assignment) => simpleRulesOf(each.rule).some(comparesCompletion);
  const compared = new Set(assignments.filter(compares).map(keyOf));
  return assignments
    .filter((each) => compared.has(keyOf(each)) && assignmentProblems(each).length === 0)
    .flatMap((each) => targetProblems(each).map((say) => about(each, say)));
}

function weightSums(assignments: readonly Assignment[]): PlanProblem[] {
  const sums = new Map<string, { year: number; unit: string; sum: ReturnType<typeof rational> }>();
  for (const { year, unit, weight } of assignments) {
    const key = `${year}|${unit}`;
    const before = sums.get(key)?.sum ?? zero;
    sums.set(key, { year, unit, sum: add(before, rational(weight)) });
  }
  return [...sums.values()]
    .filter(({ sum }) => sum.num !== 100n * sum.den)
    .map(({ year, unit, sum }) => ({
      year,
      unit,
      assignment: null,
      say: `${year}年权重合计为${toDecimal(sum, 20)}，应为100。`,
    }));
}
