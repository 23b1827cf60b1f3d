import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Problem } from '../../domain/enterprise/problem.ts';
import {
  awaitedSteps,
  type ProblemDeadlines,
  problemDeadlines,
} from '../../domain/enterprise/problem-deadlines.ts';
import { type ProblemSide, sidesOf } from '../../domain/enterprise/problem-side.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Day } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';

type Listed = Problem & { readonly deadlines: ProblemDeadlines };

/** Whose list it is, which decides its title and what a row says. */
export interface ProblemList {
  readonly side: Exclude<ProblemSide, 'colleague'>;
  /** The newest first for an entrepreneur; for who works on them what is overdue, then the oldest first. */
  readonly problems: readonly Listed[];
}

const ended = ['closed', 'returned'];

const isOpen = ({ state }: Problem) => !ended.includes(state);

function bySubmission(a: Problem, b: Problem): number {
  return a.submitted_at.localeCompare(b.submitted_at) || a.id.localeCompare(b.id);
}

const overdueFirst = (today: Day) => (a: Listed, b: Listed) => {
  const isOverdue = (problem: Listed) => awaitedSteps(problem).some(({ day }) => day < today);
  return Number(isOverdue(b)) - Number(isOverdue(a));
};

/** What `/ticket` without a code shows: an entrepreneur's own, the desk's open ones, a handler's open ones. */
export async function listProblems(
  tx: ReadTx,
  { actor, calendar, today }: { actor: Actor; calendar: WorkCalendar; today: Day },
): Promise<ProblemList> {
  const listed = (problem: Problem) => ({ ...problem, deadlines: problemDeadlines(calendar, problem) });
  if (actor.enterprise !== undefined) {
    const own = await tx.find('problems', { index: 'enterprise', key: actor.enterprise });
    return { side: 'entrepreneur', problems: own.toSorted(bySubmission).reverse().map(listed) };
  }
  const open = (await tx.all('problems')).filter(isOpen).toSorted(bySubmission);
  const side = actor.roles.includes('enterprise_desk') ? 'desk' : 'handler';
  const own = open.filter((problem) => sidesOf(actor, problem).includes(side));
  return { side, problems: own.map(listed).sort(overdueFirst(today)) };
}
