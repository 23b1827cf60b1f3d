import { problemCategories, urgencySchema } from '#src/domain/enterprise/problem.ts';
import { urgencyWords } from '#src/domain/enterprise/problem-words.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown } from '../kit/content.ts';
import { form, input, labelled, selectStatic } from '../kit/form.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { md } from '../kit/markup.ts';
import { bold, coloured } from '../kit/phrasing.ts';
import { problemSubmit } from './problem-buttons.ts';

/** The names of the fields in the submitted form. */
export const problemFields = {
  contact: 'contact',
  phone: 'phone',
  category: 'category',
  urgency: 'urgency',
  text: 'text',
} as const;

/** What the form knows already: the company from the binding, the contact from before, and what was typed. */
export interface ProblemFormView extends Pick<Frame, 'demo'> {
  readonly enterpriseName: string;
  readonly filled?: Partial<Record<keyof typeof problemFields, string | undefined>> | undefined;
  /** Why the last submission was not taken. */
  readonly error?: string | undefined;
}

/** The form in which an entrepreneur submits a problem; nothing known is asked again, pictures are never asked for. */
export function problemFormCard(view: ProblemFormView): Card {
  return card({
    frame: plainFrame(view),
    title: '提交企业诉求',
    elements: [
      view.error !== undefined && markdown(coloured('red', view.error)),
      markdown(md`企业：${bold(view.enterpriseName)}`),
      formOf(view),
      caption('1 个工作日内受理，交办后 3 个工作日内首次答复、10 个工作日内办结。'),
      caption('联系方式只给企服专员和承办单位的经办人、主要负责人看。'),
    ],
  });
}

function formOf({ filled = {} }: ProblemFormView) {
  const { contact, phone, category, urgency, text } = problemFields;
  return form('problem', [
    input({ name: contact, label: '联系人', required: true, value: filled.contact, max: 50 }),
    input({ name: phone, label: '联系电话', required: true, value: filled.phone, max: 30 }),
    ...labelled(
      '诉求类别',
      selectStatic({
        name: category,
        placeholder: '请选择诉求类别',
        required: true,
        options: problemCategories.map((name) => ({ value: name, text: name })),
        chosen: filled.category,
      }),
    ),
    ...labelled(
      '紧急程度',
      selectStatic({
        name: urgency,
        placeholder: '请选择紧急程度',
        required: true,
        options: urgencySchema.options.map((value) => ({ value, text: urgencyWords[value] })),
        chosen: filled.urgency ?? 'normal',
      }),
    ),
    input({
      name: text,
      label: '诉求内容',
      placeholder: '请写明遇到的问题和希望得到的帮助（5～1000 字）',
      required: true,
      value: filled.text,
      multiline: true,
      max: 1000,
    }),
    problemSubmit.submit({ name: 'submit', text: '提交诉求', payload: {} }),
  ]);
}
