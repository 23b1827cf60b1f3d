import {
  add,
  fraction,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  toDecimal,
} from '../../../shared/rational.ts';
import type { Indicator } from '../records/indicator.ts';

/** Stored decimals have 20 places at most. */
const places = 20;

/** The values that can be reached from one by whole steps of the indicator's last decimal in the good direction, within its range. */
export interface ValueGrid {
  /** Where the steps are counted from: the value there is, else the worse end of the range. */
  readonly start: Rational;
  /** The fewest steps that are a change, and the most that stay within the range; none when `last < first`. */
  readonly first: bigint;
  readonly last: bigint;
  /** One step without its sign, e.g. 0.01. */
  readonly step: Rational;
  valueAt(steps: bigint): string;
  /** How many steps it would be to a value, in whole numbers below and above (equal where it is on the grid). */
  stepsTo(value: Rational): { readonly below: bigint; readonly above: bigint };
}

/** The grid of a unit's value in an indicator, from null where nothing is reported. */
export function valueGrid(indicator: Indicator, value: string | null): ValueGrid {
  const higher = indicator.direction === 'higher';
  const [min, max] = [rational(indicator.min), rational(indicator.max)];
  const start = value === null ? (higher ? min : max) : rational(value);
  const step = fraction(1n, 10n ** BigInt(indicator.decimals));
  const signed = higher ? step : negate(step);
  const stepsTo = (to: Rational) => {
    const distance = subtract(to, start);
    const steps = fraction(distance.num * signed.den, distance.den * signed.num);
    return { below: floor(steps), above: -floor(negate(steps)) };
  };
  const least = value === null ? 0n : 1n;
  const entering = stepsTo(higher ? min : max).above;
  return {
    start,
    first: entering > least ? entering : least,
    last: stepsTo(higher ? max : min).below,
    step,
    valueAt: (steps) => toDecimal(add(start, multiply(signed, rational(steps))), places),
    stepsTo,
  };
}

function floor({ num, den }: Rational): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}
