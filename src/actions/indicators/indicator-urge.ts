import { indicatorUrge as button } from '#cards/indicators/indicator-buttons.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { periodName } from '../../domain/calendar/period.ts';
import { accountsOf } from '../../operations/people/accounts-of.ts';
import { unreportedFor } from '../../operations/values/urge-report.ts';
import type { Notice } from '../../reply/reply.ts';
import { errors } from '../../shared/errors.ts';
import { shortDay } from '../../shared/time.ts';
import { defineAction } from '../define-action.ts';

/** 催报: the reporters of what is missing are reminded in private, outside quiet hours, once a press. */
export const indicatorUrge = defineAction({
  button,
  permission: 'urge',
  once: true,
  async run({ tx, actor, frame, knowledge }, { indicator, period }) {
    const book = await knowledge.book();
    if (!book.input.indicators.some(({ code }) => code === indicator))
      throw errors.badInput('没有这个指标，请重选。');
    const missing = unreportedFor(book, { indicator, period, actor });
    const { name } = book.indicator(indicator);
    const due = shortDay(book.dueDayOf(period));
    const notices: Notice[] = [];
    for (const { reporter, unit } of missing) {
      const text = `${actor.name}提醒：${book.unit(unit).short_name}的“${name}”${periodName(period)}还没有上报，截止${due}。`;
      const next = [{ text: '上报', say: `/report ${name} ${periodName(period)}` }];
      const card = sentenceCard({ demo: frame.demo, kind: 'info', title: '请上报', text, next });
      for (const person of await accountsOf(tx, [reporter]))
        notices.push({ to: { person }, message: { card } });
    }
    return { toast: { type: 'success', content: `已提醒 ${missing.length} 个单位的填报人` }, notices };
  },
});
