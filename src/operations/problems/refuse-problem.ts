import type { Problem } from '../../domain/enterprise/problem.ts';
import { pastSteps } from '../../domain/enterprise/problem-history.ts';
import { wentOn } from '../../domain/enterprise/problem-pause.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';

interface Refusing {
  readonly problem: string;
  readonly reason: unknown;
  readonly actor: Actor;
  readonly now: Instant;
}

/** The unit refuses a problem, each unit once; it goes back to the desk, which decides (domain §7). `from` is the unit that refused. */
export async function refuseProblem(
  tx: WriteTx,
  { problem: id, reason: raw, actor, now }: Refusing,
): Promise<{ problem: Problem; from: string }> {
  const problem = await problemForStep(tx, { problem: id, step: 'refuse', actor });
  const reason = requiredWriting(raw, { name: '拒办原因', least: 2, most: 500 });
  const from = problem.unit ?? '';
  const refusal = { unit: from, assigned_at: problem.assigned_at ?? now, refused_at: now, reason };
  const back: Problem = {
    ...problem,
    ...wentOn(problem, now),
    steps: [...pastSteps(problem)],
    state: 'accepted',
    unit: null,
    handler: null,
    assigned_at: null,
    refusals: [...problem.refusals, refusal],
  };
  tx.because(reason);
  await tx.put('problems', back);
  return { problem: back, from };
}
