import {
  difference,
  type Exact,
  exactly,
  none,
  product,
  quotient,
  sum,
  toExact,
  toRational,
} from '../../../shared/exact.ts';
import { fraction, toFixed } from '../../../shared/rational.ts';
import { dayOf } from '../../../shared/time.ts';
import { minus, plus, roundedQuotient, type Whole } from '../../../shared/whole.ts';
import type { Track } from '../records/track.ts';
import type { Unit } from '../records/unit.ts';
import { adjustmentsInForce, sumAdjustments } from '../scoring/adjustments-in-force.ts';
import type { Book } from '../scoring/book.ts';
import { remembered } from '../scoring/indexes.ts';
import type { Group } from '../scoring/peers.ts';
import type { ScoreMoment } from '../scoring/score-moment.ts';
import { sumGroup } from '../scoring/tally.ts';

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
  const summed = remembered((group: Group) => sumsOf(book, group, moment));
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

interface Summed {
  readonly group: Group;
  /** For which period and on which day. */
  readonly key: string;
  readonly sums: readonly Change[];
}

// By their units, which the same group has in every revision of a book: the one that was summed last.
const summedLast = new WeakMap<Group['units'], Summed>();

/** The sums of a group's units by their numbers; of a group that was summed a report ago only what has changed is added up. */
function sumsOf(book: Book, group: Group, moment: ScoreMoment): readonly Change[] {
  const key = `${moment.period}|${dayOf(moment.now)}`;
  const last = summedLast.get(group.units);
  if (last?.group === group && last.key === key) return last.sums;
  const sums =
    (last?.key === key && sumsAfter(book, last, { group, moment })) || sumGroup(book, group, { moment });
  summedLast.set(group.units, { group, key, sums });
  return sums;
}

/** More would be as much work as adding up everything. */
const mostChanged = 8;

/** Undefined where too much has changed. What the last group's columns say was made when they were summed. */
function sumsAfter(
  book: Book,
  { group: last, sums }: Summed,
  { group, moment }: { readonly group: Group; readonly moment: ScoreMoment },
): readonly Change[] | undefined {
  const only = new Set<string>();
  for (const [code, peers] of group.peers) if (last.peers.get(code) !== peers) only.add(code);
  if (only.size > mostChanged) return undefined;
  const [before, after] = [last, group].map((each) => sumGroup(book, each, { moment, only }));
  const changed: Change[] = [];
  for (const unit of group.units) {
    const [own, was, is] = [sums[unit], before?.[unit], after?.[unit]];
    if (!own || !was || !is) return undefined;
    const weights = difference(is.weights, was.weights);
    changed[unit] = {
      points: plus(own.points, minus(is.points, was.points)),
      // In lowest terms, or the denominator would grow with every report.
      weights: weights.num === 0 ? own.weights : toExact(toRational(sum(own.weights, weights))),
    };
  }
  return changed;
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
