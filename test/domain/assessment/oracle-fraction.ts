/** The oracle's own arithmetic: [numerator, denominator], never reduced, denominator above 0. Shares nothing with src. */
export type Fraction = readonly [bigint, bigint];

export function read(text: string | number): Fraction {
  const negative = String(text).startsWith('-');
  const [whole = '0', part = ''] = String(text).replace('-', '').split('.');
  const digits = BigInt(whole + part);
  return [negative ? -digits : digits, BigInt(`1${'0'.repeat(part.length)}`)];
}

export const plus = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
export const minus = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] - b[0] * a[1], a[1] * b[1]];
export const times = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]];

export function over(a: Fraction, b: Fraction): Fraction {
  if (b[0] === 0n) throw new Error('oracle divides by zero');
  return b[0] < 0n ? [-a[0] * b[1], a[1] * -b[0]] : [a[0] * b[1], a[1] * b[0]];
}

export const less = (a: Fraction, b: Fraction): boolean => a[0] * b[1] < b[0] * a[1];
export const same = (a: Fraction, b: Fraction): boolean => a[0] * b[1] === b[0] * a[1];

export function between(a: Fraction, low: Fraction, high: Fraction): Fraction {
  const held = less(high, a) ? high : a;
  return less(held, low) ? low : held;
}

/** Half up, away from zero, as text with exactly `decimals` places. */
export function write(a: Fraction, decimals: number): string {
  const big = (a[0] < 0n ? -a[0] : a[0]) * 10n ** BigInt(decimals);
  let units = big / a[1];
  if (2n * (big % a[1]) >= a[1]) units += 1n;
  const text = units.toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  const dotted = decimals === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
  return a[0] < 0n && units !== 0n ? `-${dotted}` : dotted;
}

/** In lowest terms as text, e.g. `-3/4`, to be compared with what the engine holds. */
export function lowest([num, den]: Fraction): string {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b > 0n) [a, b] = [b, a % b];
  return `${num / a}/${den / a}`;
}
