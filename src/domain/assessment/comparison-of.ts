import { difference, type Exact, order } from '../../shared/exact.ts';
import { readExact } from '../../shared/read-exact.ts';
import type { Book } from './book.ts';
import type { Indicator } from './indicator.ts';
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
export function comparisonOf(book: Book, { peers, column, of }: ComparisonKey): Comparison {
  const known = column.comparisons[of];
  if (known) return known;
  const compared = peers.assignments.map((assignment, index) => {
    const report = column.reports[index];
    if (!report) return undefined;
    const value = readExact(report.value);
    return of === 'value' ? value : completionOf(book, assignment, { q: column.q, value });
  });
  const comparison = comparing(compared, signOf(peers.indicator));
  column.comparisons[of] = comparison;
  return comparison;
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
  return { compared, worst, spread: difference(best, worst) };
}

/** Competition ranks of a comparison, 1, 2, 2, 4, in the order of the peers; remembered. */
export function ranksIn(comparison: Comparison, { indicator }: Peers): readonly (number | undefined)[] {
  comparison.ranks ??= ranksOf(comparison.compared, signOf(indicator));
  return comparison.ranks;
}

function ranksOf(compared: readonly (Exact | undefined)[], sign: 1 | -1): readonly (number | undefined)[] {
  const ranks: (number | undefined)[] = compared.map(() => undefined);
  const entries = compared.flatMap((x, index) => (x ? [{ x, index }] : []));
  entries.sort((a, b) => sign * order(b.x, a.x));
  let rank = 0;
  let previous: Exact | undefined;
  entries.forEach(({ x, index }, position) => {
    if (!previous || order(x, previous) !== 0) rank = position + 1;
    ranks[index] = rank;
    previous = x;
  });
  return ranks;
}
