import type { Problem } from '../../domain/enterprise/problem.ts';
import { wentOn } from '../../domain/enterprise/problem-pause.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep } from './problem-for-step.ts';

interface Answer {
  readonly problem: string;
  readonly text: unknown;
  readonly actor: Actor;
  readonly now: Instant;
}

/** What was answered before, the latest last. */
function earlierAnswers(
  { answer, answered_at, first_answer_at, earlier_answers = [] }: Problem,
  now: Instant,
) {
  if (answer === null) return earlier_answers;
  return [...earlier_answers, { at: answered_at ?? first_answer_at ?? now, text: answer }];
}

/** The unit answers, for the first time or further, and no longer waits for the entrepreneur; the entrepreneur reads it, the desk decides whether that closes it. */
export async function answerProblem(
  tx: WriteTx,
  { problem: id, text, actor, now }: Answer,
): Promise<Problem> {
  const problem = await problemForStep(tx, { problem: id, step: 'answer', actor });
  const answered: Problem = {
    ...problem,
    ...wentOn(problem, now),
    state: 'answered',
    answer: requiredWriting(text, { name: '答复内容', least: 5, most: 1000 }),
    earlier_answers: earlierAnswers(problem, now),
    first_answer_at: problem.first_answer_at ?? now,
    answered_at: now,
  };
  await tx.put('problems', answered);
  return answered;
}
