import { errors } from '../../shared/errors.ts';
import { type Problem, problemCategories, problemCategorySchema, urgencySchema } from './problem.ts';
import { readPhone } from './read-phone.ts';
import type { Contact } from './sealed.ts';
import { requiredWriting } from './written-text.ts';

/** The form as it comes in: nothing about it can be trusted. */
export interface RawRequest {
  readonly contact: unknown;
  readonly phone: unknown;
  readonly category: unknown;
  readonly urgency: unknown;
  readonly text: unknown;
}

/** A checked form. */
export interface ProblemRequest {
  readonly contact: Contact;
  readonly category: Problem['category'];
  readonly urgency: Problem['urgency'];
  readonly text: string;
}

function contactOf(raw: RawRequest): Contact {
  const name = requiredWriting(raw.contact, { name: '联系人姓名', least: 1, most: 50 });
  const typed = requiredWriting(raw.phone, { name: '联系电话', least: 1, most: 30 });
  const phone = readPhone(typed);
  if (phone === undefined) {
    throw errors.badInput(
      '联系电话格式不对，请填写11位手机号，或带区号的固定电话（如0511-88881234）。没有保存任何内容。',
    );
  }
  return { name: name.replaceAll('\n', ' '), phone };
}

/** Checks a form field by field; throws `bad_input` with one clear sentence for the first that does not fit. */
export function readProblemRequest(raw: RawRequest): ProblemRequest {
  const contact = contactOf(raw);
  const category = problemCategorySchema.safeParse(raw.category);
  if (!category.success) {
    throw errors.badInput(`请选择诉求类别（${problemCategories.join('、')}）。没有保存任何内容。`);
  }
  const urgency = urgencySchema.safeParse(raw.urgency);
  if (!urgency.success) throw errors.badInput('请选择紧急程度（一般、紧急、特急）。没有保存任何内容。');
  const text = requiredWriting(raw.text, { name: '诉求内容', least: 5, most: 1000 });
  return { contact, category: category.data, urgency: urgency.data, text };
}
