import { problemReturn as button } from '#cards/enterprise/problem-buttons.ts';
import { problemDeskFields } from '#cards/enterprise/problem-desk-form.ts';
import { returnProblem } from '../../operations/problems/return-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 退回补充: the entrepreneur reads what is missing and submits again. */
export const problemReturn = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run(context, { problem: id }, { form }) {
    const { tx, actor, now } = context;
    const reason = form[problemDeskFields.reason];
    const problem = await returnProblem(tx, { problem: id, reason, actor, now });
    return tellStep(context, problem, {
      by: 'desk',
      told: ['entrepreneur'],
      toast: '已退回，企业会收到原因',
    });
  },
});
