import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../../shared/rational.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Period } from '../../calendar/period.ts';
import { scoreTrack, type TrackTable, type UnitScore } from '../ranking/score-track.ts';
import type { Indicator } from '../records/indicator.ts';
import type { AssignmentScore } from '../scoring/assignment-score.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { scoreAssignments } from '../scoring/score-assignment.ts';
import { scoreMoment } from '../scoring/score-moment.ts';

/** One indicator in both periods. */
export interface ComparedLine {
  readonly indicator: Indicator;
  /** Absent where it was not assigned or no period of the year counted yet. */
  readonly before?: AssignmentScore;
  readonly after?: AssignmentScore;
  /**
   * Its part in the change of the score, exact: what it gives beyond the unit's average before, afterwards − before, where an indicator gives
   * 100 × (points − average × weight) ÷ Σ weights. So one that joins or leaves with an average f moves nothing.
   */
  readonly change: Rational;
  /**
   * Of the change, what another share of the weights that count makes: (share after − before) × (the mean of both rates − the average before);
   * the rest comes from another rate. Absent where it has points in one period only.
   */
  readonly byShare?: { readonly share: Rational; readonly change: Rational };
}

/** Units taken together: how many, and by how much their rounded scores changed in all. */
export interface Together {
  readonly units: number;
  readonly change: Rational;
}

/** Why a unit's score is another one in a later period. Σ lines + bonus − deduction is the exact change of the score. */
export interface PeriodComparison {
  readonly before: { readonly table: TrackTable; readonly score: UnitScore };
  readonly after: { readonly table: TrackTable; readonly score: UnitScore };
  /** The greatest fall first, the greatest rise last. */
  readonly lines: readonly ComparedLine[];
  /** Σ of the lines. */
  readonly linesChange: Rational;
  readonly bonusChange: Rational;
  readonly deductionChange: Rational;
  /** Of the rounded scores, as shown. */
  readonly change: Rational;
  /** What rounding both scores adds: change − (lines + bonus − deduction). */
  readonly rounding: Rational;
  /** Who was not above the unit before and is afterwards. */
  readonly passedUs: Together;
  /** Who was not below the unit before and is afterwards. */
  readonly passedByUs: Together;
}

interface Compared {
  readonly unit: string;
  readonly from: Period;
  readonly to: Period;
  readonly now: Instant;
}

/** Compares a unit's score of two periods, line by line; undefined where it has none in one of them. */
export function comparePeriods(book: Book, { unit, from, to, now }: Compared): PeriodComparison | undefined {
  const [before, after] = [from, to].map((period) => sideOf(book, unit, { period, now }));
  if (!before || !after) return undefined;
  const lines = linesOf(before, after);
  const linesChange = lines.reduce((sum, line) => add(sum, line.change), zero);
  const bonusChange = subtract(after.score.bonus, before.score.bonus);
  const deductionChange = subtract(after.score.deduction, before.score.deduction);
  const change = subtract(after.rounded, before.rounded);
  const exact = subtract(add(linesChange, bonusChange), deductionChange);
  return {
    before,
    after,
    lines,
    linesChange,
    bonusChange,
    deductionChange,
    change,
    rounding: subtract(change, exact),
    passedUs: together(before, after, 1),
    passedByUs: together(before, after, -1),
  };
}

interface Side {
  readonly table: TrackTable;
  readonly score: UnitScore;
  readonly rounded: Rational;
  readonly assignments: readonly AssignmentScore[];
  /** Σ weights of what counts. */
  readonly weight: Rational;
  /** Σ points ÷ Σ weights. */
  readonly average: Rational;
}

function sideOf(latest: Book, unit: string, when: { period: Period; now: Instant }): Side | undefined {
  const book = bookFor(latest, when.period);
  const moment = scoreMoment(book, when);
  const track = book.trackOfUnit(unit, moment.year);
  if (!track) return undefined;
  const table = scoreTrack(book, { track: track.id, ...when });
  const score = table.units.find((row) => row.unit.id === unit);
  if (!score || score.score === null) return undefined;
  const assignments = scoreAssignments(book, unit, moment);
  const counted = assignments.filter(({ points }) => points !== null);
  const weight = counted.reduce((sum, { assignment }) => add(sum, rational(assignment.weight)), zero);
  const points = counted.reduce((sum, each) => add(sum, each.points ?? zero), zero);
  const average = divide(points, weight);
  return { table, score, rounded: rational(score.score), assignments, weight, average };
}

function linesOf(before: Side, after: Side): ComparedLine[] {
  const byCode = (side: Side) => new Map(side.assignments.map((each) => [each.indicator.code, each]));
  const [earlier, later] = [byCode(before), byCode(after)];
  const codes = [...new Set([...earlier.keys(), ...later.keys()])];
  const lines = codes.flatMap((code): ComparedLine[] => {
    const [was, is] = [earlier.get(code), later.get(code)];
    const indicator = (is ?? was)?.indicator;
    if (!indicator) return [];
    const { average } = before;
    const given = (score: AssignmentScore | undefined, { weight }: Side) =>
      beyond(score, { weight, average });
    const change = subtract(given(is, after), given(was, before));
    const byShare = was && is && shareEffect([was, before], [is, after]);
    return [
      {
        ...{ indicator, change },
        ...(was ? { before: was } : {}),
        ...(is ? { after: is } : {}),
        ...(byShare ? { byShare } : {}),
      },
    ];
  });
  return lines.sort((a, b) => compare(a.change, b.change) || (a.indicator.code < b.indicator.code ? -1 : 1));
}

/** What an assignment gives to the score beyond an average one. */
function beyond(
  score: AssignmentScore | undefined,
  { weight, average }: { weight: Rational; average: Rational },
): Rational {
  if (!score?.points) return zero;
  const surplus = subtract(score.points, multiply(average, rational(score.assignment.weight)));
  return multiply(surplus, fraction(100n * weight.den, weight.num));
}

type Counted = readonly [score: AssignmentScore, side: Side];

function shareEffect(was: Counted, is: Counted): ComparedLine['byShare'] {
  const [earlier, later] = [was, is].map(([{ points, assignment }, { weight }]) => {
    const own = rational(assignment.weight);
    return points && own.num > 0n ? { share: divide(own, weight), rate: divide(points, own) } : undefined;
  });
  if (!earlier || !later) return undefined;
  const share = subtract(later.share, earlier.share);
  const mean = multiply(add(earlier.rate, later.rate), fraction(1n, 2n));
  const [, { average }] = was;
  return { share, change: multiply(multiply(share, subtract(mean, average)), rational(100n)) };
}

/** Those who were on the other side of the unit or level with it before, and are on this side now: 1 above it, −1 below. */
function together(before: Side, after: Side, side: 1 | -1): Together {
  const earlier = new Map(before.table.units.map((row) => [row.unit.id, row.score]));
  let units = 0;
  let change = zero;
  for (const { unit, score } of after.table.units) {
    const was = earlier.get(unit.id) ?? null;
    if (score === null || was === null || unit.id === after.score.unit.id) continue;
    const ahead = (own: Rational, other: string) => side * compare(rational(other), own);
    if (ahead(before.rounded, was) > 0 || ahead(after.rounded, score) <= 0) continue;
    units += 1;
    change = add(change, subtract(rational(score), rational(was)));
  }
  return { units, change };
}
