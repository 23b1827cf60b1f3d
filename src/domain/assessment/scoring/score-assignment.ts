import { toRational } from '../../../shared/exact.ts';
import { fraction } from '../../../shared/rational.ts';
import type { Assignment } from '../records/assignment.ts';
import type { AssignmentScore } from './assignment-score.ts';
import { type Book, bookFor } from './book.ts';
import { columnOf, pointsFor } from './column-of.ts';
import { factorOf } from './factor-of.ts';
import type { ScoreMoment } from './score-moment.ts';
import { targetIn } from './target-of.ts';

/** Scores one assignment (domain §4, Value and Not there); undefined when no period of the year counts yet. */
export function scoreAssignment(
  book: Book,
  assignment: Assignment,
  moment: ScoreMoment,
): AssignmentScore | undefined {
  const peers = book.groupOf(assignment.unit, assignment.year)?.peers.get(assignment.indicator);
  const counting = peers && moment.counting[peers.indicator.frequency];
  if (!counting) return undefined;
  const { q, overdue } = counting;
  const { indicator } = peers;
  const column = columnOf(book, peers, q);
  const index = peers.assignments.indexOf(assignment);
  const about = { assignment, indicator, q, target: toRational(targetIn(column, assignment)) };
  const [report, value] = [column.reports[index], column.values[index]];
  if (!report || !value) {
    const nothing = overdue ? fraction(0n, 1n) : null;
    const status = overdue ? 'unreported' : 'left_out_not_due';
    return { ...about, status, value: null, f: nothing, points: nothing };
  }
  const reported = { ...about, report, value: report.value };
  const f = factorOf(assignment.rule, { peers, column, index, assignment, value });
  if (!f) return { ...reported, status: 'left_out_no_benchmark', f: null, points: null };
  const points = fraction(BigInt(pointsFor(assignment, f)), 10_000n);
  return { ...reported, status: 'scored', f: toRational(f), points };
}

/** The scores of all that is assigned to a unit and has a q, in the order of the task breakdown. */
export function scoreAssignments(
  latest: Book,
  unit: string,
  moment: ScoreMoment,
): readonly AssignmentScore[] {
  const book = bookFor(latest, moment.period);
  return book
    .assignmentsOf(unit, moment.year)
    .flatMap((assignment) => scoreAssignment(book, assignment, moment) ?? []);
}
