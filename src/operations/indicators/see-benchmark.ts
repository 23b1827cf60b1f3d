import type { Benchmark } from '../../domain/assessment/records/benchmark.ts';
import type { Rule } from '../../domain/assessment/records/rule.ts';
import { withMeasure } from '../../domain/assessment/records/with-measure.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { cityPlaceWords, comparedWithBenchmark } from '../../domain/assessment/working/benchmark-words.ts';
import { type Period, shiftPeriod, startOf } from '../../domain/calendar/period.ts';
import { dayOf, type Instant, shortTime } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { cadreNames } from '../people/cadre-names.ts';

function comparesGrowth(rule: Rule): boolean {
  if (rule.type === 'growth') return true;
  return rule.type === 'blend' && rule.parts.some((part) => comparesGrowth(part.rule));
}

/** The indicators that are compared with nation, province or city: a rule needs it, or it was done before. */
export function benchmarkedIndicators(book: Book): { value: string; text: string }[] {
  const known = new Set(book.input.benchmarks.map(({ indicator }) => indicator));
  const needed = book.input.assignments
    .filter(({ rule }) => comparesGrowth(rule))
    .map(({ indicator }) => indicator);
  const codes = new Set([...needed, ...known]);
  return book.input.indicators
    .filter(({ code }) => codes.has(code))
    .map(({ code, name, measure }) => ({ value: code, text: `${name}（${measure}）` }));
}

/** What a benchmark said, in one line. */
function saidOf(
  book: Book,
  code: string,
  entry: Omit<Benchmark, 'indicator' | 'period' | 'earlier'>,
): string {
  const indicator = book.indicator(code);
  const figures = [
    ['全国', entry.nation],
    ['全省', entry.province],
    ['全市', entry.city],
    ['本区', entry.district],
  ] as const;
  const said = figures.flatMap(([area, value]) =>
    value === null ? [] : [`${area} ${withMeasure(value, indicator)}`],
  );
  const place = cityPlaceWords(entry);
  return [...said, ...(place === undefined ? [] : [`全市${place}`])].join('，') || '没有填数';
}

/** A benchmark with what it said before, for the card that takes it. */
export async function seeBenchmark(
  tx: ReadTx,
  book: Book,
  { indicator: code, period, now }: { indicator: string; period: Period; now: Instant },
) {
  const indicator = book.indicator(code);
  const current = book.benchmarkFor(code, period);
  const nameOf = await cadreNames(tx);
  const setWords = ({ set_by, set_at }: Pick<Benchmark, 'set_by' | 'set_at'>) =>
    set_by === undefined || set_at === undefined
      ? '由数据导入'
      : `${nameOf(set_by)} ${shortTime(set_at)} 录入`;
  const next = shiftPeriod(period, 1);
  return {
    ...{ code, name: indicator.name, measure: indicator.measure, period },
    current: current && { ...current, by: setWords(current) },
    compared: comparedWithBenchmark(indicator, current, current?.district ?? null),
    place: current && cityPlaceWords(current),
    earlier: (current?.earlier ?? [])
      .map((entry) => ({ said: saidOf(book, code, entry), by: setWords(entry) }))
      .reverse(),
    previous: shiftPeriod(period, -1),
    ...(startOf(next) <= dayOf(now) ? { next } : {}),
  };
}
