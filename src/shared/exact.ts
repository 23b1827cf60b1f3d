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

/** A fraction of plain numbers, as nearly all are: they are reckoned with at once, and only what comes out too large goes the long way. */
interface Plain {
  readonly num: number;
  readonly den: number;
}

function isPlain(a: Exact): a is Plain {
  return typeof a.num === 'number' && typeof a.den === 'number';
}

const largest = Number.MAX_SAFE_INTEGER;

/** A whole number beyond 2⁵³ is never rounded to one below it, so what passes is exact. */
function isSafe(value: number): boolean {
  return value <= largest && value >= -largest;
}

/** Terms that have grown out of plain numbers are made as small as they can be. */
function made(num: Whole, den: Whole): Exact {
  if (typeof num === 'number' && typeof den === 'number') return { num, den };
  return toExact(fraction(BigInt(num), BigInt(den)));
}

/** a + b. */
export function sum(a: Exact, b: Exact): Exact {
  const plain = isPlain(a) && isPlain(b) ? (a.den < b.den ? plainSum(b, a) : plainSum(a, b)) : undefined;
  return plain ?? made(plus(times(a.num, b.den), times(b.num, a.den)), times(a.den, b.den));
}

/** The sum with the one of the larger denominator first; undefined where it is too large. */
function plainSum(a: Plain, b: Plain): Exact | undefined {
  const fold = Math.floor(a.den / b.den);
  // Decimals need no denominator larger than that of the longer one. A remainder would be taken many times slower.
  const isMultiple = fold * b.den === a.den;
  const den = isMultiple ? a.den : a.den * b.den;
  const left = isMultiple ? a.num : a.num * b.den;
  const right = b.num * (isMultiple ? fold : a.den);
  const num = left + right;
  return isSafe(left) && isSafe(right) && isSafe(num) && isSafe(den) ? { num, den } : undefined;
}

/** a − b. */
export function difference(a: Exact, b: Exact): Exact {
  if (isPlain(a) && isPlain(b)) {
    const isAlike = a.den === b.den;
    const [left, right] = isAlike ? [a.num, b.num] : [a.num * b.den, b.num * a.den];
    const [num, den] = [left - right, isAlike ? a.den : a.den * b.den];
    if (isSafe(left) && isSafe(right) && isSafe(num) && isSafe(den)) return { num, den };
  }
  return sum(a, opposite(b));
}

/** a × b. */
export function product(a: Exact, b: Exact): Exact {
  if (isPlain(a) && isPlain(b)) {
    const [num, den] = [a.num * b.num, a.den * b.den];
    // Nought is added so that −0 becomes 0.
    if (isSafe(num) && isSafe(den)) return { num: num + 0, den };
  }
  return made(times(a.num, b.num), times(a.den, b.den));
}

/** a ÷ b; throws a RangeError when b is 0. */
export function quotient(a: Exact, b: Exact): Exact {
  if (b.num === 0) throw new RangeError('division by zero');
  if (b.num < 0) return quotient(opposite(a), opposite(b));
  if (a.den === b.den) return made(a.num, b.num);
  if (isPlain(a) && isPlain(b)) {
    const [num, den] = [a.num * b.den, a.den * b.num];
    if (isSafe(num) && isSafe(den)) return { num: num + 0, den };
  }
  return made(times(a.num, b.den), times(a.den, b.num));
}

function opposite({ num, den }: Exact): Exact {
  return { num: minus(0, num), den };
}

/** Below 0 when a < b, 0 when equal, above 0 when a > b. */
export function order(a: Exact, b: Exact): number {
  if (isPlain(a) && isPlain(b)) {
    if (a.den === b.den) return a.num - b.num;
    const [left, right] = [a.num * b.den, b.num * a.den];
    if (isSafe(left) && isSafe(right)) return left - right;
  }
  const left = times(a.num, b.den);
  const right = times(b.num, a.den);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** a held within [low, high]. */
export function held(a: Exact, low: Exact, high: Exact): Exact {
  const upper = order(a, high) < 0 ? a : high;
  return order(upper, low) < 0 ? low : upper;
}
