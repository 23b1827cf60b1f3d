import { problemSubmit as button } from '#cards/enterprise/problem-buttons.ts';
import { problemFields } from '#cards/enterprise/problem-form.ts';
import { submitProblem } from '../../operations/problems/submit-problem.ts';
import { defineAction } from '../define-action.ts';
import { tellStep } from './tell-step.ts';

/** 提交诉求: records the form; it becomes the entrepreneur's card with the code, and every desk officer gets theirs. */
export const problemSubmit = defineAction({
  button,
  permission: 'problem.send',
  once: true,
  async run(context, _, { form }) {
    const { tx, actor, vault, now } = context;
    const raw = {
      contact: form[problemFields.contact],
      phone: form[problemFields.phone],
      category: form[problemFields.category],
      urgency: form[problemFields.urgency],
      text: form[problemFields.text],
    };
    const problem = await submitProblem(tx, { form: raw, actor, vault, now });
    return tellStep(context, problem, { by: 'entrepreneur', told: ['desk'], toast: '已提交，请记下查询码' });
  },
});
