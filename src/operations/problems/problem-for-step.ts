import type { Problem } from '../../domain/enterprise/problem.ts';
import { type ProblemStep, type StepRefusal, stepRefusal } from '../../domain/enterprise/problem-flow.ts';
import { sidesOf } from '../../domain/enterprise/problem-side.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors, type StrongError } from '../../shared/errors.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** The one sentence for a problem that does not exist and for one that is somebody else's: nothing leaks. */
export function noSuchProblem(): StrongError {
  return errors.notFound(
    '这条诉求',
    '请核对查询码（8位字母和数字，不含0、O、1、I）；只能查看本企业提交的或由您办理的诉求。',
  );
}

/** A refusal of the flow as the error that the chat shows. */
export function refusalError(refusal: StepRefusal): StrongError {
  if (refusal.kind === 'wrong_person') return errors.notAllowed(refusal.say, '如需办理，请联系企服专员');
  if (refusal.kind === 'already') return errors.alreadyDone(refusal.say);
  return errors.conflict(`${refusal.say}。请按最新的卡片办理，或发送 /工单 查看。`);
}

async function deskName(tx: ReadTx, { desk }: Problem): Promise<string> {
  const cadre = desk ? await tx.get('cadres', desk) : undefined;
  return cadre?.name ?? '企服专员';
}

/** A problem that this person may take this step on now: decided on the server again, whatever the card showed. Throws the refusal otherwise. */
export async function problemForStep(
  tx: ReadTx,
  asked: { readonly problem: string; readonly step: ProblemStep; readonly actor: Actor },
): Promise<Problem> {
  const problem = await tx.get('problems', asked.problem);
  const sides = problem ? sidesOf(asked.actor, problem) : [];
  if (!problem || sides.length === 0) throw noSuchProblem();
  const refusal = stepRefusal(problem, { step: asked.step, sides, desk: await deskName(tx, problem) });
  if (refusal) throw refusalError(refusal);
  return problem;
}
