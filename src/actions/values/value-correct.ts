import { valueCard } from '#cards/values/value.ts';
import { valueCorrect as button, valueCorrectFields } from '#cards/values/value-buttons.ts';
import { valueCorrectCard, valueSureCard } from '#cards/values/value-correct.ts';
import type { Context } from '../../context.ts';
import type { Report } from '../../domain/assessment/records/report.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import { requiredWriting } from '../../domain/enterprise/written-text.ts';
import { checkCorrection, correctable, correctValue } from '../../operations/values/correct-value.ts';
import { seeValue } from '../../operations/values/see-value.ts';
import type { Reply } from '../../reply/reply.ts';
import { defineAction } from '../define-action.ts';
import { tellCorrected } from './tell-reporters.ts';

async function about({ frame, knowledge }: Context, before: Report) {
  const book = await knowledge.book();
  const indicator = book.indicator(before.indicator);
  return {
    demo: frame.demo,
    report: before.id,
    indicator: indicator.name,
    unitName: book.unit(before.unit).short_name,
    period: before.period,
    measure: indicator.measure,
    before: withMeasure(before.value, indicator),
  };
}

interface Correction {
  readonly before: Report;
  readonly value: string;
  readonly why: string;
}

async function correct(context: Context, { before, value, why }: Correction): Promise<Reply> {
  const { tx, actor, place, now, frame, knowledge } = context;
  const after = await correctValue(tx, { before, value, why, actor, now });
  const notices = await tellCorrected(context, [{ before, after }], why);
  const seen = await seeValue(tx, after.id, { book: await knowledge.book(), actor, place, now });
  return {
    replace: { card: valueCard({ demo: frame.demo, ...seen }) },
    toast: { type: 'success', content: '已更正，原数保留' },
    notices,
  };
}

/** 更正: the form, the second question where the value is far from the last one, then a new revision in place of the old. */
export const valueCorrect = defineAction({
  button,
  permission: 'value.correct',
  once: false,
  async run(context, { report, step, ...said }, { form }) {
    const { tx, actor, now, knowledge } = context;
    const book = await knowledge.book();
    const before = await correctable(tx, { report, actor, book, now });
    const view = await about(context, before);
    if (step === 'ask') return { replace: { card: valueCorrectCard(view) } };
    const typed =
      step === 'sure' ? said : { value: form[valueCorrectFields.value], why: form[valueCorrectFields.why] };
    const why = requiredWriting(typed.why, { name: '更正原因', least: 2, most: 100 });
    const { value, jump } = checkCorrection(book, before, String(typed.value ?? ''));
    if (jump === undefined || step === 'sure') return correct(context, { before, value, why });
    const after = withMeasure(value, book.indicator(before.indicator));
    return { replace: { card: valueSureCard({ ...view, value, after, why, jump }) } };
  },
});
