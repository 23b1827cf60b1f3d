import type { Indicator } from './indicator.ts';

/** A value as cards write it: `12.35 亿元`, `7.1%`. */
export function withMeasure(value: string, { measure }: Pick<Indicator, 'measure'>): string {
  return measure === '%' ? `${value}%` : `${value} ${measure}`;
}
