import type { Problem } from '../../domain/enterprise/problem.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';

interface Acceptance {
  readonly problem: string;
  readonly actor: Actor;
  readonly now: Instant;
}

/** The desk takes a problem on. Throws `already_done` with the colleague's name when one of them was quicker. */
export async function acceptProblem(tx: WriteTx, { problem: id, actor, now }: Acceptance): Promise<Problem> {
  const problem = await problemForStep(tx, { problem: id, step: 'accept', actor });
  const accepted: Problem = { ...problem, state: 'accepted', accepted_at: now, desk: actor.id };
  await tx.put('problems', accepted);
  return accepted;
}
