import { compare, divide, fraction, type Rational, rational, subtract } from '../../../shared/rational.ts';
import type { Slices } from '../../../shared/slices.ts';
import type { Day } from '../../../shared/time.ts';
import { endOf, type Period, startOf } from '../../calendar/period.ts';
import type { Adjustment } from '../records/adjustment.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Unit } from '../records/unit.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { columnOf, columnPoints } from '../scoring/column-of.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';
import { lastPoint, type MilestonePoint } from '../working/milestone-lines.ts';

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

/** Finds them all, over every unit that is in a track (domain §4, Not there; §5, no effect), unit by unit. */
export function* briefMatters(latest: Book, when: When): Slices<BriefMatters> {
  const book = bookFor(latest, when.period);
  const moment = scoreMoment(book, when);
  const vetoes: VetoMatter[] = [];
  const unreported: UnreportedMatter[] = [];
  const behind: BehindMatter[] = [];
  const provisional: ProvisionalMatter[] = [];
  for (const unit of book.input.units) {
    if (!book.trackOfUnit(unit.id, moment.year)) continue;
    const missing = missingOf(book, unit, moment);
    vetoes.push(...vetoesOf(book, unit, when.period));
    unreported.push(...missing.unreported);
    behind.push(...behindOf(book, unit, moment));
    if (missing.leftOut > 0) provisional.push({ unit, leftOut: missing.leftOut });
    yield;
  }
  return {
    vetoes: vetoes.sort(newestFirst),
    unreported: unreported.sort((a, b) => order(a.due, b.due) || byUnit(a, b)),
    behind: behind.sort((a, b) => compare(b.share, a.share) || byUnit(a, b)),
    provisional: provisional.sort((a, b) => b.leftOut - a.leftOut || byUnit(a, b)),
  };
}

/** What of a unit is overdue, and how much is left out. The columns are remembered from the ranking; nothing is scored anew. */
function missingOf(book: Book, unit: Unit, { year, counting }: ScoreMoment) {
  const unreported: UnreportedMatter[] = [];
  let leftOut = 0;
  for (const assignment of book.assignmentsOf(unit.id, year)) {
    const peers = book.groupOf(unit.id, year)?.peers.get(assignment.indicator);
    const counts = peers && counting[peers.indicator.frequency];
    if (!counts) continue;
    const points = columnPoints(peers, columnOf(book, peers, counts.q))[
      peers.assignments.indexOf(assignment)
    ];
    if (points === undefined && counts.overdue) {
      const { indicator } = peers;
      unreported.push({ unit, indicator, q: counts.q, due: book.dueDayOf(counts.q) });
    } else if (points === undefined || points === null) leftOut += 1;
  }
  return { unreported, leftOut };
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

function behindOf(book: Book, unit: Unit, moment: ScoreMoment): BehindMatter[] {
  return book.assignmentsOf(unit.id, moment.year).flatMap((assignment) => {
    const point = assignment.milestones.length > 0 ? lastPoint(book, assignment, moment) : undefined;
    if (!point?.behind || point.actual === null) return [];
    const [expected, actual] = [rational(point.expected), rational(point.actual)];
    if (expected.num === 0n) return [];
    const share = divide(magnitude(subtract(expected, actual)), magnitude(expected));
    const indicator = book.indicator(assignment.indicator);
    return compare(share, tenth) > 0 ? [{ unit, indicator, point, share }] : [];
  });
}

function magnitude({ num, den }: Rational): Rational {
  return { num: num < 0n ? -num : num, den };
}
