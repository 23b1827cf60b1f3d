import { compare, rational, toDecimal } from '../../../shared/rational.ts';
import { decimalSchema } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import { withMeasure } from './with-measure.ts';

/**
 * Why a value cannot be taken for an indicator, as a Chinese sentence (domain §4, Refused when set): no decimal,
 * outside the range, or a fraction where the indicator has 0 decimals. Further decimals elsewhere are kept.
 */
export function valueProblem(indicator: Indicator, value: string): string | undefined {
  if (!decimalSchema.safeParse(value).success) return `“${value}”不是有效的数值，请填写数字。`;
  const number = rational(value);
  const [min, max] = [rational(indicator.min), rational(indicator.max)];
  if (compare(number, min) < 0 || compare(number, max) > 0) {
    const range = `${toDecimal(min, 20)}～${withMeasure(toDecimal(max, 20), indicator)}`;
    return `${withMeasure(value, indicator)} 超出“${indicator.name}”的合理范围（${range}），请核对。`;
  }
  if (indicator.decimals === 0 && number.den !== 1n)
    return `“${indicator.name}”只能填整数，${value} 带有小数，请核对。`;
  return undefined;
}
