import type { BodyElement } from '../kit/elements.ts';
import { form, input } from '../kit/form.ts';
import { problemSupplement } from './problem-buttons.ts';

/** The name of the form's one field. */
export const supplementFields = { text: 'text' } as const;

/** The form in which an entrepreneur adds something to their problem, with what they have written already. */
export function supplementForm(problem: string, written: string | undefined): BodyElement {
  return form('problem_supplement', [
    input({
      name: supplementFields.text,
      label: '补充说明',
      placeholder: '写明情况；图纸等材料请写怎样送到（1～1000 字）',
      required: true,
      value: written,
      multiline: true,
      max: 1000,
    }),
    problemSupplement.submit({ name: 'submit', text: '提交补充', payload: { problem } }),
  ]);
}
