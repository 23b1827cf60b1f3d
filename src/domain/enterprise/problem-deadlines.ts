import { type Day, dayOf, type Instant } from '../../shared/time.ts';
import { type WorkCalendar, workingDayAfter } from '../calendar/work-calendar.ts';
import type { Problem } from './problem.ts';

/** Working days per step (domain §7): accepting counts from submission, answering and solving from the dispatch that stands. */
const workingDays = { accept: 1, answer: 3, solve: 10 };

/** The days on which the steps are due; null where the clock has not started. */
export interface ProblemDeadlines {
  readonly accept: Day;
  readonly answer: Day | null;
  readonly solve: Day | null;
}

/** Until when a problem is to be accepted, answered for the first time and solved. */
export function problemDeadlines(
  calendar: WorkCalendar,
  problem: Pick<Problem, 'submitted_at' | 'assigned_at'>,
): ProblemDeadlines {
  const after = (moment: Instant, count: number) => workingDayAfter(calendar, dayOf(moment), count);
  const { submitted_at, assigned_at } = problem;
  return {
    accept: after(submitted_at, workingDays.accept),
    answer: assigned_at && after(assigned_at, workingDays.answer),
    solve: assigned_at && after(assigned_at, workingDays.solve),
  };
}

type Stepping = Pick<Problem, 'state' | 'accepted_at' | 'first_answer_at' | 'closed_at'> & {
  readonly deadlines: ProblemDeadlines;
};

/** The steps that are still awaited, each with its due day. */
export function awaitedSteps({
  deadlines,
  state,
  ...done
}: Stepping): { step: keyof ProblemDeadlines; day: Day }[] {
  const { accept, answer, solve } = deadlines;
  return [
    ...(done.accepted_at === null && state === 'submitted' ? [{ step: 'accept' as const, day: accept }] : []),
    ...(done.first_answer_at === null && answer !== null ? [{ step: 'answer' as const, day: answer }] : []),
    ...(done.closed_at === null && solve !== null ? [{ step: 'solve' as const, day: solve }] : []),
  ];
}
