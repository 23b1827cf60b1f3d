import { type Problem, type ProblemEnd, problemEndSchema } from '../../domain/enterprise/problem.ts';
import { endRefusal } from '../../domain/enterprise/problem-flow.ts';
import { withStep } from '../../domain/enterprise/problem-history.ts';
import { wentOn } from '../../domain/enterprise/problem-pause.ts';
import { cleanWriting, requiredWriting } from '../../domain/enterprise/written-text.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { problemForStep, refusalError } from './problem-for-step.ts';

interface Closing {
  readonly problem: string;
  readonly end: unknown;
  readonly reason: unknown;
  readonly actor: Actor;
  readonly now: Instant;
}

function endOf({ end }: Closing): ProblemEnd {
  const chosen = problemEndSchema.safeParse(end);
  if (chosen.success) return chosen.data;
  throw errors.badInput('请选择办结结果（已解决、企业不再需要、不属本区职责、无法办理）。没有保存任何内容。');
}

/** What everybody may read; only a solved problem may go without. */
function reasonOf(end: ProblemEnd, raw: unknown): string | null {
  if (end === 'solved' && cleanWriting(raw) === '') return null;
  return requiredWriting(raw, { name: '公开说明', least: end === 'solved' ? 1 : 5, most: 500 });
}

/** The desk closes a problem with its end; both questions are asked anew. Never by the cadre who handled it. */
export async function closeProblem(tx: WriteTx, closing: Closing): Promise<Problem> {
  const { actor, now } = closing;
  const problem = await problemForStep(tx, { problem: closing.problem, step: 'close', actor });
  if (problem.handler === actor.id) {
    throw errors.notAllowed('您是这条诉求的经办人，不能自己办结', '请由其他企服专员办结');
  }
  const end = endOf(closing);
  const refusal = endRefusal(problem.state, end);
  if (refusal) throw refusalError(refusal);
  const closed: Problem = {
    ...problem,
    ...wentOn(problem, now),
    ...withStep(problem, { what: 'close', at: now, end }),
    state: 'closed',
    closed_at: now,
    end,
    public_reason: reasonOf(end, closing.reason),
    solved: null,
    rating: null,
    rating_text: null,
  };
  await tx.put('problems', closed);
  return closed;
}
