import type { Exact } from '../../shared/exact.ts';
import { readExact } from '../../shared/read-exact.ts';
import { roundedQuotient, times, type Whole } from '../../shared/whole.ts';
import type { Period } from '../calendar/period.ts';
import type { Assignment } from './assignment.ts';
import type { Book } from './book.ts';
import { factorOf } from './factor-of.ts';
import type { Column, Peers } from './peers.ts';

/** What the peers reported for q and the points it makes; remembered. */
export function columnOf(book: Book, peers: Peers, q: Period): Column {
  const known = peers.columns.get(q);
  if (known) return known;
  const values = book.valuesOf(peers.indicator.code, q);
  const reports = peers.units.map((unit) => values[unit]);
  let points: (Whole | null | undefined)[] | undefined;
  const column: Column = {
    q,
    reports,
    comparisons: new Map(),
    points: () => {
      points ??= peers.assignments.map((_, index) => pointsOf(book, { peers, column, index }));
      return points;
    },
  };
  peers.columns.set(q, column);
  return column;
}

/** One of the peers in a column. */
interface Cell {
  readonly peers: Peers;
  readonly column: Column;
  readonly index: number;
}

/** Null without a benchmark, undefined without a value. */
function pointsOf(book: Book, cell: Cell): Whole | null | undefined {
  const { peers, column, index } = cell;
  const report = column.reports[index];
  const assignment = peers.assignments[index];
  if (!report || !assignment) return undefined;
  const value = readExact(report.value);
  const f = factorOf(assignment.rule, { book, peers, column, index, assignment, value });
  return f === undefined ? null : pointsFor(assignment, f);
}

/** weight × f in ten-thousandths of a point, rounded half up (away from zero). */
export function pointsFor(assignment: Assignment, f: Exact): Whole {
  const weight = readExact(assignment.weight);
  return roundedQuotient(times(times(weight.num, f.num), 10_000), times(weight.den, f.den));
}
