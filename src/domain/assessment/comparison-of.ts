import { compare, divide, type Rational, subtract } from '../../shared/rational.ts';
import type { Period } from '../calendar/period.ts';
import type { Book } from './book.ts';
import type { Comparison, Line, Standing } from './line.ts';
import { targetOf } from './target-of.ts';

/** Which lines are compared, in which period, by the value as reported or by value ÷ target of q. */
export interface ComparisonKey {
  readonly line: Line;
  readonly q: Period;
  readonly of: 'value' | 'completion';
}

/**
 * Compares the track's units that have the indicator assigned and a value for q (domain §4, Comparison); remembered.
 * Throws a RangeError where completion is compared and a target is 0, which is refused when it is set.
 */
export function comparisonOf(book: Book, { line, q, of }: ComparisonKey): Comparison {
  const { comparisons, lines } = line.peers;
  const key = `${of} ${q}`;
  const remembered = comparisons.get(key);
  if (remembered) return remembered;
  const entries: Entry[] = [];
  for (const peer of lines) {
    const report = peer.values.get(q);
    if (!report) continue;
    const value = book.number(report.value);
    entries.push({ line: peer, x: of === 'value' ? value : divide(value, targetOf(book, peer, q)) });
  }
  const sign = line.indicator.direction === 'higher' ? -1 : 1;
  entries.sort((a, b) => sign * compare(a.x, b.x));
  const comparison = inOrder(entries);
  comparisons.set(key, comparison);
  return comparison;
}

interface Entry {
  readonly line: Line;
  readonly x: Rational;
}

/** From the best to the worst; whoever asks has a value, so there is at least one. */
function inOrder(entries: readonly Entry[]): Comparison {
  const standings = new Map<Line, Standing>();
  let rank = 0;
  let previous: Rational | undefined;
  entries.forEach(({ line, x }, position) => {
    if (previous === undefined || compare(x, previous) !== 0) rank = position + 1;
    standings.set(line, { x, rank });
    previous = x;
  });
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) throw new RangeError('nothing to compare');
  return { worst: last.x, spread: subtract(first.x, last.x), standings };
}
