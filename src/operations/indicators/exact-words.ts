import { type Exact, toRational } from '../../shared/exact.ts';
import { divide, multiply, rational, toDecimal, toFixed } from '../../shared/rational.ts';

/** An exact figure as cards write it, 4 decimals at most. */
export function decimalOf(value: Exact): string {
  return toDecimal(toRational(value), 4);
}

/** A value ÷ target in per cent with one decimal; undefined without a target above 0. */
export function percentOf(value: string, target: Exact): string | undefined {
  const whole = toRational(target);
  if (whole.num <= 0n) return undefined;
  return `${toFixed(multiply(divide(rational(value), whole), rational(100)), 1)}%`;
}
