import { problemRate as button } from '#cards/enterprise/problem-buttons.ts';
import { rateProblem } from '../../operations/problems/rate-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 满意吗: one tap, recorded once. */
export const problemRate = defineAction({
  button,
  permission: 'problem.rate',
  once: false,
  async run(context, { problem: id, rating }) {
    const problem = await rateProblem(context.tx, { problem: id, actor: context.actor, rating });
    return tellStep(context, problem, { by: 'rating', told: [], toast: '已记录，谢谢您的评价' });
  },
});
