import { benchmarkCard } from '#cards/indicators/benchmark.ts';
import { benchmarkSet as button } from '#cards/indicators/benchmark-buttons.ts';
import { indicatorPeriod } from '../../operations/indicators/indicator-period.ts';
import { seeBenchmark } from '../../operations/indicators/see-benchmark.ts';
import { setBenchmark } from '../../operations/indicators/set-benchmark.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** Keeps a benchmark's figures; what it said before stays beside them. */
export const benchmarkSet = defineAction({
  button,
  permission: 'benchmark',
  once: false,
  async run({ tx, actor, now, frame, knowledge }, { indicator, period: said }, { form }) {
    const book = await knowledge.book();
    if (!book.input.indicators.some(({ code }) => code === indicator))
      throw errors.badInput('没有这个指标，请重选。');
    const period = indicatorPeriod(book, { indicator, period: said }, now);
    await setBenchmark(tx, { indicator, period, typed: form, actor, book, now });
    const seen = await seeBenchmark(tx, await knowledge.book(), { indicator, period, now });
    return {
      replace: { card: benchmarkCard({ demo: frame.demo, ...seen }) },
      toast: { type: 'success', content: '已保存' },
    };
  },
});
