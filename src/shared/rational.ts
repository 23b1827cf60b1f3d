import { minus, roundedQuotient, times, whole } from './whole.ts';

/** An exact fraction with a positive denominator in lowest terms. Scores are computed with nothing else (design §4). */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** Of any a and a positive b; goes on with plain numbers, which are several times quicker, as soon as both are safe integers. */
function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y > largestSafe) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let large = Number(y);
  let small = Number(x % y);
  while (small !== 0) [large, small] = [small, large % small];
  return BigInt(large);
}

function reduced(num: bigint, den: bigint): Rational {
  if (den === 1n) return { num, den };
  const divisor = gcd(num, den);
  return divisor === 1n ? { num, den } : { num: num / divisor, den: den / divisor };
}

/** The fraction nought. */
export const zero: Rational = { num: 0n, den: 1n };
/** The fraction one. */
export const one: Rational = { num: 1n, den: 1n };

/** The same of two whole plain numbers, the second above 0: several times quicker than `fraction` for as long as they are exact. */
export function plainFraction(num: number, den: number): Rational {
  let large = den;
  let small = Math.abs(num % den);
  while (small !== 0) [large, small] = [small, large % small];
  return { num: BigInt(num / large), den: BigInt(den / large) };
}

/** The fraction num/den; throws a RangeError when den is 0. */
export function fraction(num: bigint, den: bigint): Rational {
  if (den === 0n) throw new RangeError('division by zero');
  return den < 0n ? reduced(-num, -den) : reduced(num, den);
}

/** Reads a plain decimal such as `"-12.30"` or a whole number; throws a RangeError on anything else. */
export function rational(value: string | number | bigint): Rational {
  if (typeof value === 'bigint') return { num: value, den: 1n };
  const match = decimalPattern.exec(String(value));
  if (!match) throw new RangeError(`not a decimal: ${value}`);
  const [, sign, whole = '', decimals = ''] = match;
  const num = BigInt(whole + decimals);
  return reduced(sign === '-' ? -num : num, 10n ** BigInt(decimals.length));
}

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  if (a.den === b.den) return reduced(a.num + b.num, a.den);
  return reduced(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { num: -b.num, den: b.den });
}

/** a × b. */
export function multiply(a: Rational, b: Rational): Rational {
  return reduced(a.num * b.num, a.den * b.den);
}

/** a ÷ b; throws a RangeError when b is 0. */
export function divide(a: Rational, b: Rational): Rational {
  return fraction(a.num * b.den, a.den * b.num);
}

/** The opposite number, −a. */
export function negate(a: Rational): Rational {
  return { num: -a.num, den: a.den };
}

/** Below 0 when a < b, 0 when equal, above 0 when a > b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.den === b.den ? a.num : a.num * b.den;
  const right = a.den === b.den ? b.num : b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The smaller of the two. */
export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of the two. */
export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** a held within [low, high]. */
export function clamp(a: Rational, low: Rational, high: Rational): Rational {
  return maximum(low, minimum(high, a));
}

/** Rounded half up (away from zero) to `decimals` places, still exact. */
export function round(a: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const magnitude = (a.num < 0n ? -a.num : a.num) * scale;
  const rounded = (2n * magnitude + a.den) / (2n * a.den);
  return reduced(a.num < 0n ? -rounded : rounded, scale);
}

/** Rounded as `round` and written with exactly `decimals` places, e.g. `"93.50"`; never `"-0.00"`. */
export function toFixed(a: Rational, decimals: number): string {
  const units = roundedQuotient(times(whole(a.num), whole(10n ** BigInt(decimals))), whole(a.den));
  const digits = (units < 0 ? minus(0, units) : units).toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return units < 0 ? `-${text}` : text;
}

/** Rounded as `round` and written without trailing zeros, e.g. `"93.5"`. */
export function toDecimal(a: Rational, decimals: number): string {
  const text = toFixed(a, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
