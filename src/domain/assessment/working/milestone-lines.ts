import { compare, divide, type Rational, rational, subtract, zero } from '../../../shared/rational.ts';
import { type Day, dayOf, type Instant } from '../../../shared/time.ts';
import { endOf, lastEndedBy, type Period, shiftPeriod, yearOf } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';

/** What was expected at a milestone's last day, and what came of it. */
export interface MilestonePoint {
  /** A quarter, mostly; its end is meant. */
  readonly period: Period;
  readonly expected: string;
  /** The value in force of the indicator's own period that ends that day; null when there is none. */
  readonly actual: string | null;
  readonly ended: boolean;
  /** Ended, and the value is worse than expected. */
  readonly behind: boolean;
}

/** The road map of one indicator: its milestones, and the places in the city and the province where they are known. */
export interface MilestoneLine {
  readonly indicator: Indicator;
  readonly points: readonly MilestonePoint[];
  /** The newest place known, of the period that counts or one before it in the year. */
  readonly place?: {
    readonly period: Period;
    readonly city: number | null;
    readonly cityTotal: number;
    readonly province: number | null;
  };
  /** The place in the city expected at the last milestone that has one and is over, else at the next. */
  readonly expectedPlace?: number;
}

/** The road maps of a unit's indicators that have milestones or a known place, the one furthest behind first (domain §3). */
export function milestoneLines(
  latest: Book,
  { unit, ...when }: When & { readonly unit: string },
): readonly MilestoneLine[] {
  const book = bookFor(latest, when.period);
  const moment = scoreMoment(book, when);
  const lines = book.assignmentsOf(unit, moment.year).map((assignment) => {
    const line = lineOf(book, assignment, moment);
    return { line, behind: shareBehind(line) };
  });
  return lines
    .filter(({ line }) => line.points.length > 0 || line.place !== undefined)
    .sort((a, b) => compare(b.behind, a.behind) || (a.line.indicator.code < b.line.indicator.code ? -1 : 1))
    .map(({ line }) => line);
}

function lineOf(book: Book, assignment: Assignment, moment: ScoreMoment): MilestoneLine {
  const indicator = book.indicator(assignment.indicator);
  const points = assignment.milestones
    .map((milestone) => pointOf(book, { assignment, indicator, milestone, now: moment.now }))
    .sort((a, b) => (endOf(a.period) < endOf(b.period) ? -1 : 1));
  const place = newestPlace(book, indicator, moment);
  const expectedPlace = placeExpected(assignment, moment.lastDay);
  return {
    indicator,
    points,
    ...(place ? { place } : {}),
    ...(expectedPlace === undefined ? {} : { expectedPlace }),
  };
}

/** The last milestone that was over by a day and by `now`; undefined where none was. */
export function lastPoint(
  book: Book,
  assignment: Assignment,
  { lastDay, now }: { readonly lastDay: Day; readonly now: Instant },
): MilestonePoint | undefined {
  const over = assignment.milestones
    .map((milestone) => ({ milestone, end: book.lastDayOf(milestone.period) }))
    .filter(({ end }) => end <= lastDay && end < dayOf(now));
  const last = over.reduce<(typeof over)[number] | undefined>(
    (a, b) => (a && a.end > b.end ? a : b),
    undefined,
  );
  const indicator = book.indicator(assignment.indicator);
  return last && pointOf(book, { assignment, indicator, milestone: last.milestone, now });
}

interface Pointing {
  readonly assignment: Assignment;
  readonly indicator: Indicator;
  readonly milestone: { readonly period: Period; readonly value: string };
  readonly now: Instant;
}

function pointOf(book: Book, { assignment, indicator, milestone, now }: Pointing): MilestonePoint {
  const { period, value: expected } = milestone;
  const q = lastEndedBy(indicator.frequency, endOf(period));
  const actual =
    endOf(q) === endOf(period) ? (book.valueFor(indicator.code, assignment.unit, q)?.value ?? null) : null;
  const ended = endOf(period) < dayOf(now);
  return {
    period,
    expected,
    actual,
    ended,
    behind: ended && shortfall(indicator, actual, expected).num > 0n,
  };
}

/** How much worse than expected, in the indicator's measure; 0 without a value. */
function shortfall({ direction }: Indicator, actual: string | null, expected: string): Rational {
  if (actual === null) return zero;
  const [is, should] = [rational(actual), rational(expected)];
  return direction === 'higher' ? subtract(should, is) : subtract(is, should);
}

/** How far behind it was at the last milestone with a value, as a share of what was expected. */
function shareBehind({ indicator, points }: MilestoneLine): Rational {
  const last = points.filter(({ ended, actual }) => ended && actual !== null).at(-1);
  if (!last) return zero;
  const expected = rational(last.expected);
  const short = shortfall(indicator, last.actual, last.expected);
  return expected.num === 0n ? short : divide(short, expected.num < 0n ? subtract(zero, expected) : expected);
}

/** Of the period that counts, else of the one before it in the year, and so on back. */
function newestPlace(
  book: Book,
  { code, frequency }: Indicator,
  { counting, year }: ScoreMoment,
): MilestoneLine['place'] {
  let period = counting[frequency]?.q;
  for (; period !== undefined && yearOf(period) === year; period = shiftPeriod(period, -1)) {
    const known = book.benchmarkFor(code, period);
    if (!known || (known.city_place === null && known.province_place === null)) continue;
    return { period, city: known.city_place, cityTotal: known.city_total, province: known.province_place };
  }
  return undefined;
}

function placeExpected({ milestones }: Assignment, lastDay: string): number | undefined {
  const placed = milestones
    .flatMap(({ period, place }) => (typeof place === 'number' ? [{ end: endOf(period), place }] : []))
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const over = placed.filter(({ end }) => end <= lastDay).at(-1);
  return (over ?? placed[0])?.place;
}
