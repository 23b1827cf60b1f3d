import type { Problem, Rating } from '../../domain/enterprise/problem.ts';
import { stateAfterWord } from '../../domain/enterprise/problem-flow.ts';
import { withStep } from '../../domain/enterprise/problem-history.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';

interface Word {
  readonly problem: string;
  readonly actor: Actor;
}

/** The entrepreneur's word on “solved?”, once per closing. The first “no” reopens the problem, a second is only recorded. */
export async function answerSolved(
  tx: WriteTx,
  word: Word & { readonly solved: boolean; readonly now: Instant },
): Promise<Problem> {
  const { actor, solved, now } = word;
  const problem = await problemForStep(tx, { problem: word.problem, step: 'solve', actor });
  const state = stateAfterWord(problem.reopened_times, solved);
  const reopening = {
    ...withStep(problem, { what: 'reopen', at: now }),
    ...{ closed_at: null, end: null, public_reason: null, reopened_times: 1 },
  };
  const answered: Problem = { ...problem, ...(state === 'reopened' ? reopening : {}), state, solved };
  await tx.put('problems', answered);
  return answered;
}

/** The entrepreneur's word on “satisfied?”, once per closing. */
export async function rateProblem(tx: WriteTx, word: Word & { readonly rating: Rating }): Promise<Problem> {
  const problem = await problemForStep(tx, { problem: word.problem, step: 'rate', actor: word.actor });
  const rated: Problem = { ...problem, rating: word.rating };
  await tx.put('problems', rated);
  return rated;
}
