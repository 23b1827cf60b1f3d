import { difference, type Exact, order } from '../../../shared/exact.ts';
import { orderKeys } from '../../../shared/order-keys.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Column, ComparedBy, Comparison, Peers } from './peers.ts';
import { completionOf } from './target-of.ts';

/** Which peers are compared, in which period, and by what. */
export interface ComparisonKey {
  readonly peers: Peers;
  readonly column: Column;
  readonly of: ComparedBy;
}

/**
 * Compares the track's units that have the indicator assigned and a value for q (domain §4, Comparison); remembered.
 * Throws a RangeError where completion is compared and a target is 0, which is refused when it is set.
 */
export function comparisonOf(key: ComparisonKey): Comparison {
  const { column, of } = key;
  const known = column.comparisons[of];
  if (known) return known;
  const comparison = comparedWithOthers(key) ?? compareAll(key);
  column.comparisons[of] = comparison;
  return comparison;
}

function compareAll({ peers, column, of }: ComparisonKey): Comparison {
  const compared =
    of === 'value'
      ? column.values
      : peers.assignments.map((_, index) => comparedAt({ peers, column, of }, index));
  return comparing(compared, signOf(peers.indicator));
}

/** What one of the peers is compared by; undefined without a value. */
function comparedAt({ peers, column, of }: ComparisonKey, index: number): Exact | undefined {
  const [assignment, value] = [peers.assignments[index], column.values[index]];
  if (!assignment || !value) return undefined;
  return of === 'value' ? value : completionOf(column, assignment, value);
}

/** One value put to a comparison of the others that is remembered; undefined where that is not known to be all that differs. */
function comparedWithOthers({ peers, column, of }: ComparisonKey): Comparison | undefined {
  const { without } = column;
  const own = without && comparedAt({ peers, column, of }, without.index);
  if (!own || without.column.values.every((value) => value === undefined)) return undefined;
  const others = comparisonOf({ peers, column: without.column, of });
  const sign = signOf(peers.indicator);
  const [isBest, isWorst] = [sign * order(own, others.best) > 0, sign * order(own, others.worst) < 0];
  const [best, worst] = [isBest ? own : others.best, isWorst ? own : others.worst];
  const compared = [...others.compared];
  compared[without.index] = own;
  const spread = isBest || isWorst ? difference(best, worst) : others.spread;
  return { compared, best, worst, spread, others: { comparison: others, index: without.index } };
}

/** 1 where higher is better, −1 where lower is. */
function signOf({ direction }: Indicator): 1 | -1 {
  return direction === 'higher' ? 1 : -1;
}

function comparing(compared: readonly (Exact | undefined)[], sign: 1 | -1): Comparison {
  let best: Exact | undefined;
  let worst: Exact | undefined;
  for (const each of compared) {
    if (!each) continue;
    if (!best || sign * order(each, best) > 0) best = each;
    if (!worst || sign * order(each, worst) < 0) worst = each;
  }
  // Whoever asks has a value, so there is at least one.
  if (!best || !worst) throw new RangeError('nothing to compare');
  return { compared, best, worst, spread: difference(best, worst) };
}

/** Competition ranks of a comparison, 1, 2, 2, 4, in the order of the peers; remembered. */
export function ranksIn(comparison: Comparison, { indicator }: Peers): readonly (number | undefined)[] {
  const sign = signOf(indicator);
  comparison.ranks ??= ranksWithOthers(comparison, sign) ?? ranksOf(comparison.compared, sign);
  return comparison.ranks;
}

/** Ranks of a comparison made from that of the others: the one more moves back whoever it is better than. */
function ranksWithOthers(
  { compared, others }: Comparison,
  sign: 1 | -1,
): readonly (number | undefined)[] | undefined {
  const own = others && compared[others.index];
  if (!own) return undefined;
  const { comparison, index } = others;
  comparison.ranks ??= ranksOf(comparison.compared, sign);
  let better = 0;
  const ranks = comparison.ranks.map((rank, at) => {
    const other = compared[at];
    if (rank === undefined || !other) return undefined;
    const ahead = sign * order(own, other);
    if (ahead < 0) better += 1;
    return ahead > 0 ? rank + 1 : rank;
  });
  ranks[index] = better + 1;
  return ranks;
}

function ranksOf(compared: readonly (Exact | undefined)[], sign: 1 | -1): readonly (number | undefined)[] {
  const keys = orderKeys(compared).map((key) => -sign * key);
  // The best come first; NaN, where there is no value, is sorted to the end.
  const sorted = keys.slice().sort();
  return compared.map((each, index) => each && firstNotBelow(sorted, keys[index] ?? 0) + 1);
}

/** How many are smaller than the key, by halving. */
function firstNotBelow(sorted: Float64Array, key: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
