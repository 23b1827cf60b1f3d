import { type Exact, none } from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import { roundedTenThousandths, times, type Whole } from '../../../shared/whole.ts';
import type { Period } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Book } from './book.ts';
import { factorOf } from './factor-of.ts';
import type { Column, Group, Peers } from './peers.ts';
import { type Targeting, targetingOf } from './target-of.ts';

/** What the peers reported for q; remembered. */
export function columnOf(book: Book, peers: Peers, q: Period): Column {
  const known = peers.columns.get(q);
  if (known) return known;
  const { reports, values } = book.valuesOf(peers.indicator.code, q);
  const targeting = targetingOf(book, peers.indicator, q);
  const benchmark = book.benchmarkFor(peers.indicator.code, q);
  const column = columnLike(
    { ...targeting, benchmark },
    { reports: peers.units.map((unit) => reports[unit]), values: peers.units.map((unit) => values[unit]) },
  );
  peers.columns.set(q, column);
  return column;
}

/** The same column with other values: nothing remembered of the one it is made from. */
export function columnLike(
  { q, share, endings, benchmark }: Targeting & Pick<Column, 'benchmark'>,
  { reports, values }: Pick<Column, 'reports' | 'values'>,
): Column {
  return { q, share, endings, benchmark, reports, values, comparisons: {} };
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
  const scoring: { readonly peers: Peers; readonly column: Column; readonly points: Points; next: number }[] =
    [];
  const missing = columns.filter(({ column }) => !column.points);
  if (missing.length < fewColumns) return;
  for (const { peers, column } of missing) {
    const points: Points = new Array(peers.units.length);
    scoring[peers.at] = { peers, column, points, next: 0 };
  }
  for (const at of group.inOrder) {
    const one = scoring[at];
    if (!one) continue;
    one.points[one.next] = pointsAt(one.peers, one.column, one.next);
    one.next += 1;
  }
  for (const one of scoring) if (one) one.column.points = one.points;
}

/** So few are quicker made each by itself when they are summed. */
const fewColumns = 8;

type Points = (Whole | null | undefined)[];

function pointsAt(peers: Peers, column: Column, index: number): Whole | null | undefined {
  const [assignment, value] = [peers.assignments[index], column.values[index]];
  if (!assignment || !value) return undefined;
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
