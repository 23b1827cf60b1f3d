import { compare, divide, fraction, type Rational, rational, subtract } from '../../shared/rational.ts';
import { type Day, dayOf } from '../../shared/time.ts';
import { endOf, type Period, startOf } from '../calendar/period.ts';
import type { Adjustment } from './adjustment.ts';
import { type Book, bookFor } from './book.ts';
import type { Indicator } from './indicator.ts';
import { type MilestonePoint, milestoneLines } from './milestone-lines.ts';
import { scoreAssignments } from './score-assignment.ts';
import { scoreMoment, type When } from './score-moment.ts';
import type { Unit } from './unit.ts';

/** A veto that takes effect in the period. */
interface VetoMatter {
  readonly unit: Unit;
  readonly adjustment: Adjustment;
}

/** A value that counts in the period and is overdue. */
interface UnreportedMatter {
  readonly unit: Unit;
  readonly indicator: Indicator;
  readonly q: Period;
  readonly due: Day;
}

/** A value more than a tenth behind its road map. */
interface BehindMatter {
  readonly unit: Unit;
  readonly indicator: Indicator;
  readonly point: MilestonePoint;
  /** (expected − actual) ÷ |expected|, in the bad direction. */
  readonly share: Rational;
}

/** A unit whose place is provisional, with how many of its indicators are left out. */
interface ProvisionalMatter {
  readonly unit: Unit;
  readonly leftOut: number;
}

/** What in the assessment may need a leader's decision. */
export interface BriefMatters {
  /** The newest first. */
  readonly vetoes: readonly VetoMatter[];
  /** The longest overdue first. */
  readonly unreported: readonly UnreportedMatter[];
  /** The furthest behind first. */
  readonly behind: readonly BehindMatter[];
  /** The most left out first. */
  readonly provisional: readonly ProvisionalMatter[];
}

const tenth = fraction(1n, 10n);

/** Finds them all, over every unit that is in a track (domain §4, Not there; §5, no effect). */
export function briefMatters(latest: Book, when: When): BriefMatters {
  const book = bookFor(latest, when.period);
  const moment = scoreMoment(book, when);
  const units = book.input.units.filter(({ id }) => book.trackOfUnit(id, moment.year) !== undefined);
  const scored = units.map((unit) => ({ unit, scores: scoreAssignments(book, unit.id, moment) }));
  const unreported = scored.flatMap(({ unit, scores }) =>
    scores.flatMap(({ status, indicator, q }) =>
      status === 'unreported' ? [{ unit, indicator, q, due: book.dueDayOf(q) }] : [],
    ),
  );
  const provisional = scored.flatMap(({ unit, scores }) => {
    const leftOut = scores.filter(({ status }) => status.startsWith('left_out')).length;
    return leftOut > 0 ? [{ unit, leftOut }] : [];
  });
  return {
    vetoes: units.flatMap((unit) => vetoesOf(book, unit, when.period)).sort(newestFirst),
    unreported: unreported.sort((a, b) => order(a.due, b.due) || byUnit(a, b)),
    behind: units
      .flatMap((unit) => behindOf(book, unit, when))
      .sort((a, b) => compare(b.share, a.share) || byUnit(a, b)),
    provisional: provisional.sort((a, b) => b.leftOut - a.leftOut || byUnit(a, b)),
  };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byUnit = (a: { unit: Unit }, b: { unit: Unit }) => order(a.unit.id, b.unit.id);
const newestFirst = (a: VetoMatter, b: VetoMatter) =>
  order(b.adjustment.date, a.adjustment.date) || byUnit(a, b);

function vetoesOf(book: Book, unit: Unit, period: Period): VetoMatter[] {
  return book
    .adjustmentsOf(unit.id)
    .filter(({ type, date }) => type === 'veto' && startOf(period) <= date && date <= endOf(period))
    .map((adjustment) => ({ unit, adjustment }));
}

function behindOf(book: Book, unit: Unit, { period, now }: When): BehindMatter[] {
  return milestoneLines(book, { unit: unit.id, period, now }).flatMap(({ indicator, points }) => {
    const over = points.filter(
      (point) => endOf(point.period) <= endOf(period) && endOf(point.period) < dayOf(now),
    );
    const point = over.at(-1);
    if (!point?.behind || point.actual === null) return [];
    const [expected, actual] = [rational(point.expected), rational(point.actual)];
    if (expected.num === 0n) return [];
    const share = divide(magnitude(subtract(expected, actual)), magnitude(expected));
    return compare(share, tenth) > 0 ? [{ unit, indicator, point, share }] : [];
  });
}

function magnitude({ num, den }: Rational): Rational {
  return { num: num < 0n ? -num : num, den };
}
