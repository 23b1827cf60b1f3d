import {
  difference,
  type Exact,
  exactly,
  none,
  product,
  quotient,
  sum,
  toExact,
} from '../../shared/exact.ts';
import { fraction, toFixed } from '../../shared/rational.ts';
import { plus, roundedQuotient, type Whole } from '../../shared/whole.ts';
import { adjustmentsInForce, sumAdjustments } from './adjustments-in-force.ts';
import type { Book } from './book.ts';
import { remembered } from './indexes.ts';
import type { Group } from './peers.ts';
import type { ScoreMoment } from './score-moment.ts';
import { sumGroup } from './tally.ts';
import type { Track } from './track.ts';
import type { Unit } from './unit.ts';

/** A unit's sums, ready to be scored with changes that are only supposed. */
export interface Standing {
  readonly unit: Unit;
  /** Ten-thousandths of a point. */
  readonly points: Whole;
  /** Of what counts. */
  readonly weights: Exact;
  /** Bonus − deduction in hundredths of the score. */
  readonly adjusted: Exact;
}

/** What a supposed value does to the sums of one unit. */
export interface Change {
  /** Ten-thousandths of a point. */
  readonly points: Whole;
  readonly weights: Exact;
}

/** The standings of a track's units by their numbers in the book. */
export function standingsOf(book: Book, track: Track, moment: ScoreMoment): readonly Standing[] {
  const summed = remembered((group: Group) => sumGroup(book, group, { moment }));
  const adjusted = adjustedOf(book, track, moment);
  const standings: Standing[] = [];
  for (const id of track.units) {
    const number = book.numberOf(id);
    const group = book.groupOf(id, moment.year);
    const sums = group && summed(group)[number];
    standings[number] = {
      unit: book.unit(id),
      points: sums?.points ?? 0,
      weights: sums?.weights ?? exactly(0),
      adjusted: adjusted[number] ?? none,
    };
  }
  return standings;
}

// By what a book is made of beside the values: every report leaves the adjustments as they are.
const adjustedIn = new WeakMap<Book['input'], Map<string, readonly Exact[]>>();

/** Bonus − deduction of a track's units in hundredths of the score, by their numbers; remembered. */
function adjustedOf(book: Book, track: Track, moment: ScoreMoment): readonly Exact[] {
  const known = adjustedIn.get(book.input) ?? new Map<string, readonly Exact[]>();
  adjustedIn.set(book.input, known);
  const key = `${track.id}|${moment.period}`;
  const found = known.get(key);
  if (found) return found;
  const adjusted: Exact[] = [];
  for (const id of track.units) {
    const { bonus, deduction } = sumAdjustments(adjustmentsInForce(book, id, moment), track);
    adjusted[book.numberOf(id)] = product(difference(toExact(bonus), toExact(deduction)), exactly(100));
  }
  known.set(key, adjusted);
  return adjusted;
}

/** The rounded score (domain §4, Sum) in hundredths, with changes; null when no weight counts. */
export function hundredthsOf(standing: Standing, changes: readonly Change[] = []): Whole | null {
  let { points, weights } = standing;
  for (const change of changes) {
    points = plus(points, change.points);
    weights = sum(weights, change.weights);
  }
  if (weights.num === 0) return null;
  // 100 × points ÷ weights, in hundredths of ten-thousandths: the factors cancel out.
  const score = sum(quotient(exactly(points), weights), standing.adjusted);
  return roundedQuotient(score.num, score.den);
}

/** Hundredths as a score is written, with two decimals. */
export function scoreText(hundredths: Whole): string {
  return toFixed(fraction(BigInt(hundredths), 100n), 2);
}
