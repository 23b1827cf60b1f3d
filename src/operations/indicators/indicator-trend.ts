import type { Assignment } from '../../domain/assessment/records/assignment.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { targetOf } from '../../domain/assessment/scoring/target-of.ts';
import {
  frequencyOf,
  indexOf,
  type Period,
  periodAt,
  periodName,
  yearOf,
} from '../../domain/calendar/period.ts';
import { decimalOf } from './exact-words.ts';

interface Drawing {
  readonly indicator: string;
  readonly period: Period;
  /** Whose values are drawn; without it the district beside the city. */
  readonly assignment: Assignment | undefined;
}

const shortName = (period: Period) => periodName(period).replace(/^\d+年/, '') || `${yearOf(period)}年`;

/** The periods of the year up to this one. */
function periodsUpTo(period: Period): Period[] {
  const frequency = frequencyOf(period);
  return Array.from({ length: indexOf(period) }, (_, at) => periodAt(frequency, yearOf(period), at + 1));
}

interface TrendLine {
  readonly name: string;
  readonly points: { label: string; value: number }[];
}

function lineOf(
  name: string,
  periods: readonly Period[],
  valueAt: (period: Period) => string | null | undefined,
): TrendLine {
  const points = periods.flatMap((period) => {
    const value = valueAt(period);
    return value === null || value === undefined ? [] : [{ label: shortName(period), value: Number(value) }];
  });
  return { name, points };
}

/** A unit's values of the year with its target, or the district's beside the city's; undefined with less than two points to join. */
export function indicatorTrend(book: Book, { indicator: code, period, assignment }: Drawing) {
  const periods = periodsUpTo(period);
  const benchmark = (at: Period) => book.benchmarkFor(code, at);
  const drawn = assignment
    ? [
        lineOf('完成值', periods, (at) => book.valueFor(code, assignment.unit, at)?.value),
        lineOf('目标', periods, (at) => decimalOf(targetOf(book, assignment, at))),
        lineOf('全市', periods, (at) =>
          book.indicator(code).kind === 'cumulative' ? null : benchmark(at)?.city,
        ),
      ]
    : [
        lineOf('本区', periods, (at) => benchmark(at)?.district),
        lineOf('全市', periods, (at) => benchmark(at)?.city),
      ];
  const [main] = drawn;
  if (main === undefined || main.points.length < 2) return undefined;
  const unitName = assignment ? book.unit(assignment.unit).short_name : '本区';
  return { unit: assignment?.unit, unitName, lines: drawn.filter(({ points }) => points.length > 0) };
}
