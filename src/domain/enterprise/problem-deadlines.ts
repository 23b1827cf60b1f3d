import { type Day, dayOf, type Instant } from '../../shared/time.ts';
import { type WorkCalendar, workingDayAfter, workingDaysBetween } from '../calendar/work-calendar.ts';
import type { Problem } from './problem.ts';
import { isPaused } from './problem-pause.ts';

/** Working days per step (domain §7): accepting counts from submission, answering and solving from the dispatch that stands. */
const workingDays = { accept: 1, answer: 3, solve: 10 };

/** The days on which the steps are due; null where the clock has not started. */
export interface ProblemDeadlines {
  readonly accept: Day;
  readonly answer: Day | null;
  readonly solve: Day | null;
}

/**
 * Until when a problem is to be accepted, answered for the first time and solved. The working days for which the clock stood still before a
 * step was due are added to it (domain §7), of a pause only what lies after the moment from which the step counts; an open pause is not counted until it ends.
 */
export function problemDeadlines(
  calendar: WorkCalendar,
  { submitted_at, assigned_at, pauses }: Pick<Problem, 'submitted_at' | 'assigned_at' | 'pauses'>,
): ProblemDeadlines {
  const after = (moment: Instant, count: number) =>
    pauses.reduce(
      (due, { from, to }) => {
        const since = from > moment ? from : moment;
        const stood =
          to === null || dayOf(from) > due ? 0 : workingDaysBetween(calendar, dayOf(since), dayOf(to));
        return workingDayAfter(calendar, due, stood);
      },
      workingDayAfter(calendar, dayOf(moment), count),
    );
  return {
    accept: after(submitted_at, workingDays.accept),
    answer: assigned_at && after(assigned_at, workingDays.answer),
    solve: assigned_at && after(assigned_at, workingDays.solve),
  };
}

type Stepping = Pick<Problem, 'state' | 'pauses' | 'accepted_at' | 'first_answer_at' | 'closed_at'> & {
  readonly deadlines: ProblemDeadlines;
};

/** The steps that are still awaited, each with its due day; none while the clock stands still. */
export function awaitedSteps({
  deadlines,
  state,
  pauses,
  ...done
}: Stepping): { step: keyof ProblemDeadlines; day: Day }[] {
  if (isPaused({ pauses })) return [];
  const { accept, answer, solve } = deadlines;
  return [
    ...(done.accepted_at === null && state === 'submitted' ? [{ step: 'accept' as const, day: accept }] : []),
    ...(done.first_answer_at === null && answer !== null ? [{ step: 'answer' as const, day: answer }] : []),
    ...(done.closed_at === null && solve !== null ? [{ step: 'solve' as const, day: solve }] : []),
  ];
}
