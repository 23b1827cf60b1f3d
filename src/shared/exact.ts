import { fraction, plainFraction, type Rational } from './rational.ts';
import { minus, plus, times, type Whole, whole } from './whole.ts';

/**
 * An exact fraction for scoring many values: like `Rational`, but not in lowest terms and made of plain numbers while they are exact. The
 * denominator is positive. What leaves the scoring is a `Rational` again.
 */
export interface Exact {
  readonly num: Whole;
  readonly den: Whole;
}

/** The fraction nought. */
export const none: Exact = { num: 0, den: 1 };
/** The fraction one. */
export const unity: Exact = { num: 1, den: 1 };

/** A whole number as a fraction. */
export function exactly(num: Whole): Exact {
  return { num, den: 1 };
}

/** The same fraction in lowest terms. */
export function toRational({ num, den }: Exact): Rational {
  if (typeof num === 'number' && typeof den === 'number') return plainFraction(num, den);
  return fraction(BigInt(num), BigInt(den));
}

/** The same fraction for scoring. */
export function toExact({ num, den }: Rational): Exact {
  return { num: whole(num), den: whole(den) };
}

/** How many times b goes into a, 0 where it does not go evenly. */
function multipleOf(a: Whole, b: Whole): number {
  if (typeof a !== 'number' || typeof b !== 'number' || a < b) return 0;
  // The remainder of plain numbers is taken many times slower than this.
  const times = Math.floor(a / b);
  return times * b === a ? times : 0;
}

/** Terms that have grown out of plain numbers are made as small as they can be. */
function made(num: Whole, den: Whole): Exact {
  if (typeof num === 'number' && typeof den === 'number') return { num, den };
  return toExact(fraction(BigInt(num), BigInt(den)));
}

/** a + b. */
export function sum(a: Exact, b: Exact): Exact {
  if (a.den === b.den) return made(plus(a.num, b.num), a.den);
  if (b.den === 1) return made(plus(a.num, times(b.num, a.den)), a.den);
  if (a.den === 1) return made(plus(times(a.num, b.den), b.num), b.den);
  // Decimals need no denominator larger than that of the longer one.
  const longer = multipleOf(a.den, b.den);
  if (longer > 0) return made(plus(a.num, times(b.num, longer)), a.den);
  const shorter = multipleOf(b.den, a.den);
  if (shorter > 0) return made(plus(times(a.num, shorter), b.num), b.den);
  return made(plus(times(a.num, b.den), times(b.num, a.den)), times(a.den, b.den));
}

/** a − b. */
export function difference(a: Exact, b: Exact): Exact {
  if (a.den === b.den) return made(minus(a.num, b.num), a.den);
  return made(minus(times(a.num, b.den), times(b.num, a.den)), times(a.den, b.den));
}

/** a × b. */
export function product(a: Exact, b: Exact): Exact {
  return made(times(a.num, b.num), times(a.den, b.den));
}

/** a ÷ b; throws a RangeError when b is 0. */
export function quotient(a: Exact, b: Exact): Exact {
  if (b.num === 0) throw new RangeError('division by zero');
  if (a.den === b.den) return ratio(a.num, b.num);
  const den = times(a.den, b.num);
  const num = times(a.num, b.den);
  return ratio(num, den);
}

function ratio(num: Whole, den: Whole): Exact {
  return den < 0 ? made(minus(0, num), minus(0, den)) : made(num, den);
}

/** Below 0 when a < b, 0 when equal, above 0 when a > b. */
export function order(a: Exact, b: Exact): number {
  if (typeof a.num === 'number' && typeof b.num === 'number' && a.den === b.den) return a.num - b.num;
  const left = times(a.num, b.den);
  const right = times(b.num, a.den);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** a held within [low, high]. */
export function held(a: Exact, low: Exact, high: Exact): Exact {
  const upper = order(a, high) < 0 ? a : high;
  return order(upper, low) < 0 ? low : upper;
}
