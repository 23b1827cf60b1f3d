import { type Exact, none } from '../../shared/exact.ts';
import { readExact } from '../../shared/read-exact.ts';
import { roundedQuotient, times, type Whole } from '../../shared/whole.ts';
import type { Period } from '../calendar/period.ts';
import type { Assignment } from './assignment.ts';
import type { Book } from './book.ts';
import { factorOf } from './factor-of.ts';
import type { Column, Peers } from './peers.ts';

/** What the peers reported for q; remembered. */
export function columnOf(book: Book, peers: Peers, q: Period): Column {
  const known = peers.columns.get(q);
  if (known) return known;
  const values = book.valuesOf(peers.indicator.code, q);
  const column: Column = { q, reports: peers.units.map((unit) => values[unit]), comparisons: {} };
  peers.columns.set(q, column);
  return column;
}

/** The points of the peers in a column, in their order; remembered. */
export function columnPoints(
  book: Book,
  peers: Peers,
  column: Column,
): readonly (Whole | null | undefined)[] {
  if (column.points) return column.points;
  const weights = weightsOf(peers);
  column.points = peers.assignments.map((assignment, index) => {
    const report = column.reports[index];
    if (!report) return undefined;
    const value = readExact(report.value);
    const f = factorOf(assignment.rule, { book, peers, column, index, assignment, value });
    return f === undefined ? null : pointsOf(weights[index] ?? none, f);
  });
  return column.points;
}

/** The weights of the peers, in their order; read once. */
export function weightsOf(peers: Peers): readonly Exact[] {
  peers.weights ??= peers.assignments.map(({ weight }) => readExact(weight));
  return peers.weights;
}

/** weight × f in ten-thousandths of a point, rounded half up (away from zero). */
export function pointsFor({ weight }: Pick<Assignment, 'weight'>, f: Exact): Whole {
  return pointsOf(readExact(weight), f);
}

function pointsOf(weight: Exact, f: Exact): Whole {
  return roundedQuotient(times(times(weight.num, f.num), 10_000), times(weight.den, f.den));
}
