import { problemSupplement as button } from '#cards/enterprise/problem-buttons.ts';
import { supplementFields } from '#cards/enterprise/supplement-form.ts';
import { supplementProblem } from '../../operations/problems/supplement-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 补充说明: the officer in charge, the handler and the unit's head read it, and where the clock stood still for it, it runs again. */
export const problemSupplement = defineAction({
  button,
  permission: 'problem.supplement',
  once: false,
  async run(context, { problem: id }, { form }) {
    const { tx, actor, now } = context;
    const text = form[supplementFields.text];
    const problem = await supplementProblem(tx, { problem: id, text, actor, now });
    const told = ['officer', 'handler'] as const;
    return tellStep(context, problem, { by: 'entrepreneur', told, toast: '已补充，办理的人会收到' });
  },
});
