import { addDays, type Day, dayOf, type Instant } from '../../shared/time.ts';
import { type WorkCalendar, workingDayAfter } from '../calendar/work-calendar.ts';
import type { Problem } from './problem.ts';
import { problemDeadlines } from './problem-deadlines.ts';

/** A step that is past its day. */
export interface ProblemOverdue {
  readonly step: 'accept' | 'answer' | 'solve';
  readonly due: Day;
  /** Working days past it, 1 at least. */
  readonly late: number;
}

type Timed = Pick<
  Problem,
  'state' | 'submitted_at' | 'accepted_at' | 'assigned_at' | 'first_answer_at' | 'pauses'
>;

const ended = ['closed', 'returned', 'answered'];

/**
 * The step of a problem that is overdue (domain §7); undefined when none is, or while the entrepreneur owes an answer: the clock stops then, and the
 * working days it stood still are added.
 */
export function problemOverdue(
  calendar: WorkCalendar,
  problem: Timed,
  now: Instant,
): ProblemOverdue | undefined {
  const { state, accepted_at, assigned_at, first_answer_at, pauses } = problem;
  if (ended.includes(state) || pauses.some(({ to }) => to === null)) return undefined;
  const deadlines = problemDeadlines(calendar, problem);
  const step = assigned_at ? (first_answer_at ? 'solve' : 'answer') : accepted_at ? undefined : 'accept';
  const plain = step && deadlines[step];
  if (!step || !plain) return undefined;
  const stood = pauses.reduce(
    (days, { from, to }) => days + (to === null ? 0 : workingDaysBetween(calendar, dayOf(from), dayOf(to))),
    0,
  );
  const due = stood === 0 ? plain : workingDayAfter(calendar, plain, stood);
  const late = workingDaysBetween(calendar, due, dayOf(now));
  return late > 0 ? { step, due, late } : undefined;
}

/** Working days after `from` up to and with `to`. */
function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) count += 1;
  return count;
}
