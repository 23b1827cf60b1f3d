import type { Problem } from '../../domain/enterprise/problem.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';

interface Pausing {
  readonly problem: string;
  readonly reason: unknown;
  readonly actor: Actor;
  readonly now: Instant;
}

/** The unit or the desk asks the entrepreneur for something; the clock stands still until it comes or the district goes on (domain §7). */
export async function pauseProblem(
  tx: WriteTx,
  { problem: id, reason: raw, actor, now }: Pausing,
): Promise<Problem> {
  const problem = await problemForStep(tx, { problem: id, step: 'pause', actor });
  const reason = requiredWriting(raw, { name: '需要企业补充的内容', least: 2, most: 500 });
  tx.because(reason);
  const paused: Problem = { ...problem, pauses: [...problem.pauses, { from: now, to: null, reason }] };
  await tx.put('problems', paused);
  return paused;
}
