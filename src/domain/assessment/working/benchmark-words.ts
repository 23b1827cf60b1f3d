import { compare, negate, type Rational, rational, subtract, toDecimal } from '../../../shared/rational.ts';
import type { Benchmark } from '../records/benchmark.ts';
import type { Indicator } from '../records/indicator.ts';
import { differenceWithMeasure } from '../records/with-measure.ts';

type Figures = Pick<Benchmark, 'nation' | 'province' | 'city' | 'city_place' | 'city_total'>;

/** Which way a comparison falls: better and worse by the indicator's direction. */
export interface Compared {
  readonly say: string;
  readonly verdict: 'better' | 'worse' | 'even';
}

const areas = [
  ['city', '全市'],
  ['province', '全省'],
  ['nation', '全国'],
] as const;

/** 快于、慢于 where the name says a speed, else 高于、低于. */
function farWord(name: string, above: boolean): string {
  if (/增速|增长/.test(name)) return above ? '快于' : '慢于';
  return above ? '高于' : '低于';
}

function amount(difference: Rational, indicator: Pick<Indicator, 'measure'>): string {
  const size = toDecimal(difference.num < 0n ? negate(difference) : difference, 4);
  return differenceWithMeasure(size, indicator);
}

/** A value beside one of nation, province, city: “高于全市 0.6 个百分点”. */
function beside(
  indicator: Pick<Indicator, 'name' | 'measure' | 'direction'>,
  value: string,
  [area, against]: readonly [string, string],
): Compared {
  const difference = subtract(rational(value), rational(against));
  const order = compare(difference, rational(0));
  if (order === 0) return { say: `与${area}持平`, verdict: 'even' };
  const good = order > 0 === (indicator.direction === 'higher');
  // Where less is better the word alone does not say whether it is good.
  const mark = indicator.direction === 'lower' ? (good ? '（优）' : '（差）') : '';
  return {
    say: `${farWord(indicator.name, order > 0)}${area} ${amount(difference, indicator)}${mark}`,
    verdict: good ? 'better' : 'worse',
  };
}

/**
 * A value beside those of city, province and nation where they are known (domain §3, Benchmark). A unit's cumulative amount is no match for
 * a whole city's, so those are not compared.
 */
export function comparedWithBenchmark(
  indicator: Pick<Indicator, 'name' | 'measure' | 'direction' | 'kind'>,
  benchmark: Figures | undefined,
  value: string | null,
): Compared[] {
  if (!benchmark || value === null || indicator.kind === 'cumulative') return [];
  return areas.flatMap(([key, area]) => {
    const against = benchmark[key];
    return against === null ? [] : [beside(indicator, value, [area, against])];
  });
}

/** The district's place in the city: “列第 1 位（共 11 个）”; undefined when nobody has said. */
export function cityPlaceWords({
  city_place,
  city_total,
}: Pick<Figures, 'city_place' | 'city_total'>): string | undefined {
  if (city_place === null) return undefined;
  return `列第 ${city_place} 位${city_total > 0 ? `（共 ${city_total} 个）` : ''}`;
}
