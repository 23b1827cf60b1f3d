import type { Indicator } from './indicator.ts';

/** A value as cards write it: `12.35 亿元`, `7.1%`. */
export function withMeasure(value: string, { measure }: Pick<Indicator, 'measure'>): string {
  return measure === '%' ? `${value}%` : `${value} ${measure}`;
}

/** The difference of two values as cards write it: `0.25 亿元`, but of two percentages `4.6 个百分点`. */
export function differenceWithMeasure(difference: string, { measure }: Pick<Indicator, 'measure'>): string {
  return measure === '%' ? `${difference} 个百分点` : `${difference} ${measure}`;
}
