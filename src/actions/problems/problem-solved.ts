import { problemSolved as button } from '#cards/enterprise/problem-buttons.ts';
import { answerSolved } from '../../operations/problems/rate-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 解决了吗: one tap. The first “no” reopens the problem, and desk and handler are told. */
export const problemSolved = defineAction({
  button,
  permission: 'problem.rate',
  once: false,
  async run(context, { problem: id, solved }) {
    const { tx, actor, now } = context;
    const problem = await answerSolved(tx, { problem: id, actor, solved, now });
    const reopened = problem.state === 'reopened';
    const told = reopened ? (['officer', 'handler'] as const) : [];
    const toast = reopened ? '已重新办理，有答复会告诉您' : '已记录，谢谢您';
    return tellStep(context, problem, { by: 'rating', told, toast });
  },
});
