import { indicatorCard } from '#cards/indicators/indicator.ts';
import { indicatorShow as button } from '#cards/indicators/indicator-buttons.ts';
import { indicatorPeriod } from '../../operations/indicators/indicator-period.ts';
import { seeIndicator } from '../../operations/indicators/see-indicator.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** Another period, another unit's trend, or the chosen indicator. A group that is not registered is shown no data. */
export const indicatorShow = defineAction({
  button,
  permission: 'indicator',
  once: false,
  async run(
    { tx, actor, place, now, frame, knowledge },
    { indicator: named, period: said, pick },
    { option },
  ) {
    if (place.type === 'group' && place.kind === undefined)
      throw errors.notAllowed('本群没有登记，不能显示数据', '请在私聊里查看');
    const book = await knowledge.book();
    const indicator = named ?? option;
    if (indicator === undefined || !book.input.indicators.some(({ code }) => code === indicator))
      throw errors.badInput('没有这个指标，请重选。');
    const period = indicatorPeriod(book, { indicator, period: said }, now);
    const unit = pick === 'unit' ? option : undefined;
    const seen = await seeIndicator(tx, book, { indicator, period, unit, actor, place, now });
    return { replace: { card: indicatorCard({ ...frame, ...seen }) } };
  },
});
