import { problemAccept as button } from '#cards/enterprise/problem-buttons.ts';
import { acceptProblem } from '../../operations/problems/accept-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 受理: the desk takes a problem on. */
export const problemAccept = defineAction({
  button,
  permission: 'problem.work',
  // Not `once`, here and below: cards are updated in place, so the same button of the same message may rightly come back.
  // The flow takes each step once.
  once: false,
  async run(context, { problem: id }) {
    const { tx, actor, now } = context;
    const problem = await acceptProblem(tx, { problem: id, actor, now });
    return tellStep(context, problem, { by: 'desk', told: ['entrepreneur'], toast: '已受理，请交办' });
  },
});
