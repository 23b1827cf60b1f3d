import { problemRefuse as button } from '#cards/enterprise/problem-buttons.ts';
import { problemDeskFields } from '#cards/enterprise/problem-desk-form.ts';
import { refuseProblem } from '../../operations/problems/refuse-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 拒办: once; the desk decides what becomes of it. The entrepreneur's card changes in place: which unit will answer is not their worry. */
export const problemRefuse = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run(context, { problem: id }, { form }) {
    const { tx, actor, now } = context;
    const reason = form[problemDeskFields.reason];
    const { problem, from } = await refuseProblem(tx, { problem: id, reason, actor, now });
    return tellStep(context, problem, {
      by: 'former_unit',
      told: ['officer'],
      from,
      toast: '已拒办，由企服专员裁定',
    });
  },
});
