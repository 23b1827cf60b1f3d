import type { Problem } from '../../domain/enterprise/problem.ts';
import { type ProblemSide, sidesOf } from '../../domain/enterprise/problem-side.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** Whose list it is, which decides its title and what a row says. */
export interface ProblemList {
  readonly side: Exclude<ProblemSide, 'colleague'>;
  /** The newest first for an entrepreneur; the oldest first for who works on them. */
  readonly problems: readonly Problem[];
}

const ended = ['closed', 'returned'];

const isOpen = ({ state }: Problem) => !ended.includes(state);

function bySubmission(a: Problem, b: Problem): number {
  return a.submitted_at.localeCompare(b.submitted_at) || a.id.localeCompare(b.id);
}

/** What `/ticket` without a code shows: an entrepreneur's own, the desk's open ones, a handler's open ones. */
export async function listProblems(tx: ReadTx, actor: Actor): Promise<ProblemList> {
  if (actor.enterprise !== undefined) {
    const own = await tx.find('problems', { index: 'enterprise', key: actor.enterprise });
    return { side: 'entrepreneur', problems: own.toSorted(bySubmission).reverse() };
  }
  const open = (await tx.all('problems')).filter(isOpen).toSorted(bySubmission);
  const side = actor.roles.includes('enterprise_desk') ? 'desk' : 'handler';
  return { side, problems: open.filter((problem) => sidesOf(actor, problem).includes(side)) };
}
