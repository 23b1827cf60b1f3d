import { difference, type Exact, exactly, none, product } from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import { minus, type Whole } from '../../../shared/whole.ts';
import type { Change } from '../ranking/standings.ts';
import type { Assignment } from '../records/assignment.ts';
import { simpleRulesOf } from '../rules/simple-rules-of.ts';
import type { Book } from '../scoring/book.ts';
import { columnLike, columnOf, columnPoints, pointsFor } from '../scoring/column-of.ts';
import { factorOf } from '../scoring/factor-of.ts';
import type { Column, Peers } from '../scoring/peers.ts';
import type { CountingPeriod, ScoreMoment } from '../scoring/score-moment.ts';
import { reportLike } from '../scoring/supposed-columns.ts';
import { putValue } from '../scoring/values-in-force.ts';

/** One indicator of one unit in which other values are tried. */
export interface ColumnTrial {
  readonly book: Book;
  readonly assignment: Assignment;
  readonly peers: Peers;
  readonly column: Column;
  readonly counting: CountingPeriod;
  /** The column without the value. */
  readonly others: Column;
  /** Whose value it is, among the peers. */
  readonly index: number;
  /** The peers whose points the value can change: the unit itself, and who has a value and a rule that compares. */
  readonly touched: readonly number[];
}

/** Prepares the trial of an assignment's values; undefined when no period of the year counts yet. */
export function columnTrial(
  book: Book,
  assignment: Assignment,
  moment: ScoreMoment,
): ColumnTrial | undefined {
  const peers = book.groupOf(assignment.unit, assignment.year)?.peers.get(assignment.indicator);
  const counting = peers && moment.counting[peers.indicator.frequency];
  if (!counting) return undefined;
  const column = columnOf(book, peers, counting.q);
  const index = peers.assignments.indexOf(assignment);
  const touched = peers.assignments.flatMap(({ rule }, at) => {
    if (at === index) return [at];
    return column.reports[at] && simpleRulesOf(rule).some(({ type }) => compares(type)) ? [at] : [];
  });
  const others = columnLike(column, {
    reports: column.reports.with(index, undefined),
    values: column.values.with(index, undefined),
  });
  return { book, assignment, peers, column, counting, others, index, touched };
}

const compares = (type: string) => type === 'efficacy' || type === 'rank';

/** The column with a value tried: nothing remembered of the one it is made from. */
export function triedColumn(trial: ColumnTrial, value: string): Column {
  const { book, assignment, column, others, index } = trial;
  const { indicator, unit } = assignment;
  const tried = { reports: [...column.reports], values: [...column.values] };
  putValue(tried, index, reportLike(book, { indicator, unit, period: column.q, value }));
  return { ...columnLike(column, tried), without: { column: others, index } };
}

/** What the tried column changes in the sums of one of the peers. */
export function changeIn(trial: ColumnTrial, tried: Column, at: number): Change {
  const { peers, column, counting } = trial;
  const assignment = peers.assignments[at];
  const value = tried.values[at];
  if (!assignment || !value) return { points: 0, weights: none };
  const weight = readExact(assignment.weight);
  const situation = { peers, column: tried, index: at, assignment, value };
  const f = factorOf(assignment.rule, situation);
  const before = columnPoints(peers, column)[at];
  return {
    points: minus(f === undefined ? 0 : pointsFor(assignment, f), before ?? 0),
    weights: difference(f === undefined ? none : weight, counts(before, counting) ? weight : none),
  };
}

/** weight × f of the unit itself in ten-thousandths, not yet rounded; undefined without its benchmark. */
export function unroundedPoints({ peers, assignment, index }: ColumnTrial, tried: Column): Exact | undefined {
  const value = tried.values[index];
  if (!value) return undefined;
  const situation = { peers, column: tried, index, assignment, value };
  const f = factorOf(assignment.rule, situation);
  return f && product(product(readExact(assignment.weight), f), exactly(10_000));
}

function counts(points: Whole | null | undefined, { overdue }: CountingPeriod): boolean {
  return points === undefined ? overdue : points !== null;
}
