import type { Problem } from '../../domain/enterprise/problem.ts';
import { withStep } from '../../domain/enterprise/problem-history.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';

interface Return {
  readonly problem: string;
  readonly reason: unknown;
  readonly actor: Actor;
  readonly now: Instant;
}

/** The desk gives a problem back to be completed (退回补充), with the reason that the entrepreneur reads. */
export async function returnProblem(
  tx: WriteTx,
  { problem: id, reason, actor, now }: Return,
): Promise<Problem> {
  const problem = await problemForStep(tx, { problem: id, step: 'return', actor });
  const because = requiredWriting(reason, { name: '退回原因', least: 2, most: 500 });
  tx.because(because);
  const returned: Problem = {
    ...problem,
    ...withStep(problem, { what: 'return', at: now }),
    state: 'returned',
    desk: problem.desk ?? actor.id,
    returned_reason: because,
  };
  await tx.put('problems', returned);
  return returned;
}
