import { problemAnswer as button } from '#cards/enterprise/problem-buttons.ts';
import { problemDeskFields } from '#cards/enterprise/problem-desk-form.ts';
import { answerProblem } from '../../operations/problems/answer-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 答复: the entrepreneur gets the unit's answer, the desk decides whether it closes the case. */
export const problemAnswer = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run(context, { problem: id }, { form }) {
    const { tx, actor, now } = context;
    const text = form[problemDeskFields.text];
    const problem = await answerProblem(tx, { problem: id, text, actor, now });
    const told = ['entrepreneur', 'officer'] as const;
    const toast = problem.earlier_answers?.length ? '已补充答复，企业已收到' : '已答复，企业已收到';
    return tellStep(context, problem, { by: 'handler', told, toast });
  },
});
