import type { Problem } from '../../domain/enterprise/problem.ts';
import { saidAlready, supplemented } from '../../domain/enterprise/problem-pause.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';
import { findProblem } from './see-problem.ts';

interface Supplementing {
  readonly problem: string;
  readonly text: unknown;
  readonly actor: Actor;
  readonly now: Instant;
}

/** The entrepreneur adds something to their problem; where the clock stood still for it, it runs again. The same words twice in a row are one word. */
export async function supplementProblem(
  tx: WriteTx,
  { problem: id, text: raw, actor, now }: Supplementing,
): Promise<Problem> {
  const text = requiredWriting(raw, { name: '补充说明', least: 1, most: 1000 });
  const seen = await findProblem(tx, { problem: id, actor });
  // A second press of the last one is told that it arrived, not that there may be no more.
  if (seen.sides.includes('entrepreneur') && saidAlready(seen.problem, text))
    throw errors.alreadyDone('这段补充已经收到');
  const problem = await problemForStep(tx, { problem: id, step: 'supplement', actor });
  const known: Problem = { ...problem, ...supplemented(problem, { at: now, text }) };
  await tx.put('problems', known);
  return known;
}
