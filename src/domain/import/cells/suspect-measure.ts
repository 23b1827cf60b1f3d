import { compare, divide, type Rational, rational, toFixed } from '../../../shared/rational.ts';
import type { Indicator } from '../../assessment/records/indicator.ts';

/** Measures of money and counts that are mistaken for each other, larger → smaller, and by how much. */
const mistaken: readonly (readonly [larger: string, smaller: string, factor: number])[] = [
  ['亿元', '万元', 10_000],
  ['万元', '元', 10_000],
  ['亿美元', '万美元', 10_000],
  ['万美元', '美元', 10_000],
];
const scale = /^万(.+)$/;

function within(value: Rational, { min, max }: Indicator): boolean {
  return compare(value, rational(min)) >= 0 && compare(value, rational(max)) <= 0;
}

/** In which smaller measure a value above an indicator's range was probably given, with the value it would then be, rounded; undefined when that fits no better. */
export function suspectMeasure(
  indicator: Indicator,
  value: string,
): { measure: string; value: string } | undefined {
  const counted = scale.exec(indicator.measure)?.[1];
  const known =
    mistaken.find(([larger]) => larger === indicator.measure) ??
    (counted ? (['', counted, 10_000] as const) : undefined);
  if (!known) return undefined;
  const smaller = divide(rational(value), rational(known[2]));
  if (compare(rational(value), rational(indicator.max)) <= 0 || !within(smaller, indicator)) return undefined;
  return { measure: known[1], value: toFixed(smaller, indicator.decimals) };
}
