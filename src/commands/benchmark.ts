import { z } from 'zod';
import { benchmarkCard, benchmarkPickCard } from '#cards/indicators/benchmark.ts';
import { suggestCard } from '#cards/system/suggest.ts';
import { periodName } from '../domain/calendar/period.ts';
import { findNamedIndicator } from '../operations/indicators/find-named-indicator.ts';
import { indicatorPeriod } from '../operations/indicators/indicator-period.ts';
import { benchmarkedIndicators, seeBenchmark } from '../operations/indicators/see-benchmark.ts';
import { errors } from '../shared/errors.ts';
import { defineCommand } from './define-command.ts';

/** `/benchmark 对标`: the values of nation, province and city and the place in the city, to enter or to revise. */
export const benchmark = defineCommand({
  name: 'benchmark',
  aliases: ['对标', '对标值'],
  summary: '录入全国、全省、全市的对标值',
  example: '/对标 社零增速 10月',
  section: '上报',
  permission: 'benchmark',
  args: z.object({ rest: z.string().max(100, '请说得短一些，如：/对标 社零增速 10月') }),
  async run({ tx, now, frame, knowledge }, { rest }) {
    const { demo } = frame;
    const book = await knowledge.book();
    const named = findNamedIndicator({
      text: rest,
      now,
      vocabulary: await knowledge.vocabulary(),
      units: [],
    });
    const [indicator, ...others] = named.codes;
    if (indicator === undefined && named.word !== '')
      throw errors.badInput(`没有找到指标“${named.word.slice(0, 20)}”，请换个说法，如：/对标 社零增速 10月`);
    if (indicator === undefined) {
      const indicators = benchmarkedIndicators(book);
      return { here: [{ card: benchmarkPickCard({ demo, indicators, period: named.period }) }] };
    }
    if (others.length > 0) {
      const when = named.period === undefined ? '' : ` ${periodName(named.period)}`;
      const suggestions = named.codes
        .map((code) => book.indicator(code).name)
        .map((title) => ({ title, say: `/benchmark ${title}${when}` }));
      return { here: [{ card: suggestCard({ demo, said: rest, kind: 'indicator', suggestions }) }] };
    }
    const period = indicatorPeriod(book, { indicator, period: named.period }, now);
    const seen = await seeBenchmark(tx, book, { indicator, period, now });
    return { here: [{ card: benchmarkCard({ demo, ...seen }) }] };
  },
});
