import {
  add,
  compare,
  fraction,
  multiply,
  type Rational,
  rational,
  subtract,
  toDecimal,
  zero,
} from '../../../shared/rational.ts';
import { scoreTrack, type TrackTable, type UnitScore } from '../ranking/score-track.ts';
import type { Adjustment } from '../records/adjustment.ts';
import { ruleWords } from '../rules/rule-words.ts';
import { adjustmentsInForce } from '../scoring/adjustments-in-force.ts';
import type { AssignmentScore } from '../scoring/assignment-score.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import { scoreAssignment, scoreAssignments } from '../scoring/score-assignment.ts';
import { type ScoreMoment, scoreMoment, type When } from '../scoring/score-moment.ts';
import { suppose } from '../scoring/suppose.ts';
import { tallyGroup } from '../scoring/tally.ts';

/** What one more unit of the measure in the good direction would be worth, all else equal. */
interface PlusOne {
  /** The value it would have. */
  readonly value: string;
  /** Change of the unit's score, exact, before the score's last rounding. */
  readonly gain: Rational;
  /** False where that value lies outside the indicator's plausible range. */
  readonly inRange: boolean;
}

/** An assignment's score with the words and figures that explain it. */
export interface ExplainedAssignment extends AssignmentScore {
  readonly ruleText: string;
  /** weight − points, negative above full marks; null where it is left out. */
  readonly lost: Rational | null;
  /** Null where nothing is reported or the assignment is left out. */
  readonly plusOne: PlusOne | null;
}

/** A unit's score taken apart: assignments by points lost, the greatest loss first, what is left out last. */
export interface Explanation {
  readonly table: TrackTable;
  readonly score: UnitScore;
  /** The bonuses, deductions and vetoes that count, before the bonus cap. */
  readonly adjustments: readonly Adjustment[];
  readonly assignments: readonly ExplainedAssignment[];
}

/** Explains a unit's score in its track (domain §4, Explained); throws a RangeError when the unit is in no track. */
export function explainUnit(latest: Book, { unit, period, now }: When & { unit: string }): Explanation {
  const book = bookFor(latest, period);
  const moment = scoreMoment(book, { period, now });
  const track = book.trackOfUnit(unit, moment.year);
  if (!track) throw new RangeError(`unit ${unit} is in no track of ${moment.year}`);
  const table = scoreTrack(book, { track: track.id, period, now });
  const score = table.units.find((row) => row.unit.id === unit);
  if (!score) throw new RangeError(`not in the book: ${unit}`);
  const weight = weightOf(book, unit, moment);
  const assignments = scoreAssignments(book, unit, moment).map((each) =>
    explainAssignment(book, { score: each, weight, moment }),
  );
  return {
    table,
    score,
    adjustments: adjustmentsInForce(book, unit, moment),
    assignments: assignments.sort(byLoss),
  };
}

function weightOf(book: Book, unit: string, moment: ScoreMoment): Rational {
  const group = book.groupOf(unit, moment.year);
  const tally = group && tallyGroup(book, group, { moment })[book.numberOf(unit)];
  return tally?.weight ?? zero;
}

interface Explained {
  readonly score: AssignmentScore;
  /** Σ weights that count for the unit. */
  readonly weight: Rational;
  readonly moment: ScoreMoment;
}

function explainAssignment(book: Book, explained: Explained): ExplainedAssignment {
  const { score } = explained;
  const lost = score.points && subtract(rational(score.assignment.weight), score.points);
  return {
    ...score,
    ruleText: ruleWords(score.assignment.rule, score.indicator.direction),
    lost,
    plusOne: plusOne(book, explained),
  };
}

function plusOne(book: Book, { score, weight, moment }: Explained): PlusOne | null {
  const { assignment, indicator, q, value, points } = score;
  if (value === null || points === null || weight.num === 0n) return null;
  const better = add(rational(value), rational(indicator.direction === 'higher' ? 1n : -1n));
  const text = toDecimal(better, 20);
  const supposed = suppose(book, [
    { indicator: indicator.code, unit: assignment.unit, period: q, value: text },
  ]);
  const then = scoreAssignment(supposed, assignment, moment)?.points;
  if (!then) return null;
  const hundredth = fraction(100n * weight.den, weight.num);
  const inRange =
    compare(better, rational(indicator.min)) >= 0 && compare(better, rational(indicator.max)) <= 0;
  return { value: text, gain: multiply(subtract(then, points), hundredth), inRange };
}

function byLoss(a: ExplainedAssignment, b: ExplainedAssignment): number {
  if (a.lost === null || b.lost === null) return (a.lost === null ? 1 : 0) - (b.lost === null ? 1 : 0);
  return compare(b.lost, a.lost);
}
