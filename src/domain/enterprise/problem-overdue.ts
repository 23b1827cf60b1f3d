import { type Day, dayOf, type Instant } from '../../shared/time.ts';
import { type WorkCalendar, workingDaysBetween } from '../calendar/work-calendar.ts';
import type { Problem } from './problem.ts';
import { problemDeadlines } from './problem-deadlines.ts';
import { isPaused } from './problem-pause.ts';

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

/** The step of a problem that is overdue (domain §7); undefined when none is, or while the entrepreneur owes an answer. */
export function problemOverdue(
  calendar: WorkCalendar,
  problem: Timed,
  now: Instant,
): ProblemOverdue | undefined {
  const { state, accepted_at, assigned_at, first_answer_at } = problem;
  if (ended.includes(state) || isPaused(problem)) return undefined;
  const step = assigned_at ? (first_answer_at ? 'solve' : 'answer') : accepted_at ? undefined : 'accept';
  const due = step && problemDeadlines(calendar, problem)[step];
  if (!step || !due) return undefined;
  const late = workingDaysBetween(calendar, due, dayOf(now));
  return late > 0 ? { step, due, late } : undefined;
}
