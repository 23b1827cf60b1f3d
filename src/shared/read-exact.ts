import { type Exact, toExact } from './exact.ts';
import { rational } from './rational.ts';

/** The longest text whose digits are sure to be an exact plain number. */
const quickLength = 15;
const digitZero = 48;
const dot = 46;
const dash = 45;
/** Weights, shares, floors, thresholds and ratios are such, by the ten thousand: they are made once. */
const manySmall = 1000;
const small = [1, 10, 100].map((den) => Array.from({ length: manySmall }, (_, num): Exact => ({ num, den })));
const oneDigit = Array.from({ length: 10 }, (_, num) => small[0]?.[num]);

/** Reads a plain decimal such as `"-12.30"`; throws a RangeError on anything else. */
export function readExact(text: string): Exact {
  if (text.length === 1) {
    const digit = oneDigit[text.charCodeAt(0) - digitZero];
    if (digit) return digit;
  }
  return (text.length <= quickLength ? readQuickly(text) : undefined) ?? toExact(rational(text));
}

/** Digit by digit; undefined for what is not a plain decimal, which the slow way refuses in its words. */
function readQuickly(text: string): Exact | undefined {
  const start = text.charCodeAt(0) === dash ? 1 : 0;
  let num = 0;
  let den = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot && den === 0 && at > start) den = 1;
    else {
      const digit = code - digitZero;
      if (digit < 0 || digit > 9) return undefined;
      num = num * 10 + digit;
      den *= 10;
    }
  }
  if (den === 1 || text.length === start) return undefined;
  const places = den === 0 ? 1 : den;
  if (start === 0 && num < manySmall && places <= 100) {
    const known = small[places === 1 ? 0 : places === 10 ? 1 : 2]?.[num];
    if (known) return known;
  }
  return { num: start === 1 ? 0 - num : num, den: places };
}
