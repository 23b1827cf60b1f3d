import { type Exact, none } from '../../shared/exact.ts';
import { readExact } from '../../shared/read-exact.ts';
import { roundedTenThousandths, times, type Whole } from '../../shared/whole.ts';
import type { Period } from '../calendar/period.ts';
import type { Assignment } from './assignment.ts';
import type { Book } from './book.ts';
import { factorOf } from './factor-of.ts';
import type { Column, Group, Peers } from './peers.ts';
import { type Targeting, targetingOf } from './target-of.ts';

/** What the peers reported for q; remembered. */
export function columnOf(book: Book, peers: Peers, q: Period): Column {
  const known = peers.columns.get(q);
  if (known) return known;
  const values = book.valuesOf(peers.indicator.code, q);
  const targeting = targetingOf(book, peers.indicator, q);
  const benchmark = book.benchmarkFor(peers.indicator.code, q);
  const column = columnLike(
    { ...targeting, benchmark },
    peers.units.map((unit) => values[unit]),
  );
  peers.columns.set(q, column);
  return column;
}

/** The same column with other reports: nothing remembered of the one it is made from. */
export function columnLike(
  { q, share, endings, benchmark }: Targeting & Pick<Column, 'benchmark'>,
  reports: Column['reports'],
): Column {
  return { q, share, endings, benchmark, reports, comparisons: {} };
}

/** The points of the peers in a column, in their order; remembered. */
export function columnPoints(peers: Peers, column: Column): readonly (Whole | null | undefined)[] {
  column.points ??= peers.units.map((_, index) => pointsAt(peers, column, index));
  return column.points;
}

/**
 * Makes the points of many columns of a group at once, in the order of the documents: tens of thousands of them are read several times
 * quicker along the memory than across it. Columns that have points keep them.
 */
export function scoreInOrder(group: Group, columns: readonly { peers: Peers; column: Column }[]): void {
  const scoring: { readonly peers: Peers; readonly column: Column; readonly points: Points }[] = [];
  for (const { peers, column } of columns)
    if (!column.points) scoring[peers.at] = { peers, column, points: [] };
  for (const at of group.inOrder) {
    const one = scoring[at];
    if (one) one.points.push(pointsAt(one.peers, one.column, one.points.length));
  }
  for (const one of scoring) if (one) one.column.points = one.points;
}

type Points = (Whole | null | undefined)[];

function pointsAt(peers: Peers, column: Column, index: number): Whole | null | undefined {
  const [assignment, report] = [peers.assignments[index], column.reports[index]];
  if (!assignment || !report) return undefined;
  const value = readExact(report.value);
  const f = factorOf(assignment.rule, { peers, column, index, assignment, value });
  return f === undefined ? null : pointsOf(peers.weights[index] ?? none, f);
}

/** weight × f in ten-thousandths of a point, rounded half up (away from zero). */
export function pointsFor({ weight }: Pick<Assignment, 'weight'>, f: Exact): Whole {
  return pointsOf(readExact(weight), f);
}

function pointsOf(weight: Exact, f: Exact): Whole {
  return roundedTenThousandths(times(weight.num, f.num), times(weight.den, f.den));
}
