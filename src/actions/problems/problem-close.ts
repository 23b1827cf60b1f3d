import { problemClose as button } from '#cards/enterprise/problem-buttons.ts';
import { problemDeskFields } from '#cards/enterprise/problem-desk-form.ts';
import { closeProblem } from '../../operations/problems/close-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 办结: the entrepreneur gets the result, then the two questions. */
export const problemClose = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run(context, { problem: id }, { form }) {
    const { tx, actor, now } = context;
    const { end, reason } = problemDeskFields;
    const closing = { problem: id, end: form[end], reason: form[reason], actor, now };
    const problem = await closeProblem(tx, closing);
    const told = ['entrepreneur', 'rating'] as const;
    return tellStep(context, problem, { by: 'desk', told, toast: '已办结，已请企业评价' });
  },
});
