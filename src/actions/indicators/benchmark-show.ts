import { benchmarkCard } from '#cards/indicators/benchmark.ts';
import { benchmarkShow as button } from '#cards/indicators/benchmark-buttons.ts';
import { indicatorPeriod } from '../../operations/indicators/indicator-period.ts';
import { seeBenchmark } from '../../operations/indicators/see-benchmark.ts';
import { errors } from '../../shared/errors.ts';
import { defineAction } from '../define-action.ts';

/** The form of a benchmark, of another period or of the chosen indicator. */
export const benchmarkShow = defineAction({
  button,
  permission: 'benchmark',
  once: false,
  async run({ tx, now, frame, knowledge }, { indicator: named, period: said }, { option }) {
    const book = await knowledge.book();
    const indicator = named ?? option;
    if (!book.input.indicators.some(({ code }) => code === indicator) || indicator === undefined)
      throw errors.badInput('没有这个指标，请重选。');
    const period = indicatorPeriod(book, { indicator, period: said }, now);
    const seen = await seeBenchmark(tx, book, { indicator, period, now });
    return { replace: { card: benchmarkCard({ demo: frame.demo, ...seen }) } };
  },
});
