import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  clamp,
  compare,
  divide,
  fraction,
  maximum,
  minimum,
  multiply,
  negate,
  one,
  type Rational,
  rational,
  round,
  subtract,
  toDecimal,
  toFixed,
  zero,
} from '#src/shared/rational.ts';

const big = 10n ** 30n;
const anyRational = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: -big, max: big })),
    fc.oneof(fc.bigInt({ min: 1n, max: 50n }), fc.bigInt({ min: 1n, max: big })),
  )
  .map(([num, den]) => fraction(num, den));

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b);
}

function expectLowest({ num, den }: Rational): void {
  expect(den > 0n).toBe(true);
  expect(divisor(num, den)).toBe(num === 0n ? den : 1n);
}

describe('fractions', () => {
  it('read plain decimals exactly and nothing else', () => {
    expect(rational('-12.30')).toEqual({ num: -123n, den: 10n });
    expect(rational('0.1')).toEqual({ num: 1n, den: 10n });
    expect(rational('007')).toEqual({ num: 7n, den: 1n });
    expect(rational(-3)).toEqual({ num: -3n, den: 1n });
    expect(rational('-0.0')).toEqual(zero);
    for (const text of ['', '.5', '5.', '1e3', '1,000', ' 1', '１', 'NaN', '0x10'])
      expect(() => rational(text)).toThrow(RangeError);
  });

  it('are always in lowest terms with a positive denominator', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        for (const result of [a, add(a, b), subtract(a, b), multiply(a, b), negate(a), round(a, 4)])
          expectLowest(result);
        if (b.num !== 0n) expectLowest(divide(a, b));
      }),
    );
    expect(fraction(3n, -6n)).toEqual({ num: -1n, den: 2n });
    expect(fraction(0n, -6n)).toEqual(zero);
    expect(fraction(2n ** 60n, 2n ** 61n)).toEqual({ num: 1n, den: 2n });
  });

  it('obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it('refuse division by zero', () => {
    expect(() => divide(one, zero)).toThrow('division by zero');
    expect(() => fraction(1n, 0n)).toThrow('division by zero');
  });

  it('compare and are held between bounds', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(compare(a, b)).toBe(Math.sign(-compare(b, a)) + 0);
        expect(compare(minimum(a, b), maximum(a, b))).toBeLessThanOrEqual(0);
        expect(compare(a, b)).toBe(Number(subtract(a, b).num > 0n) - Number(subtract(a, b).num < 0n));
      }),
    );
    expect(clamp(rational('1.3'), zero, one)).toEqual(one);
    expect(clamp(rational('-1'), zero, one)).toEqual(zero);
    expect(clamp(rational('0.5'), zero, one)).toEqual(rational('0.5'));
  });
});

describe('rounding', () => {
  it.each([
    ['0.125', 2, '0.13'],
    ['-0.125', 2, '-0.13'],
    ['1.005', 2, '1.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-0.004', 2, '0.00'],
    ['99.995', 2, '100.00'],
    ['0.1249999999999999999999', 2, '0.12'],
  ])('%s to %i decimals is %s, half away from zero', (text, decimals, expected) => {
    expect(toFixed(rational(text), decimals)).toBe(expected);
  });

  it('minimal decimals drop trailing zeros only', () => {
    expect(toDecimal(rational('0.812500'), 6)).toBe('0.8125');
    expect(toDecimal(rational('100'), 4)).toBe('100');
    expect(toDecimal(rational('-0.0001'), 2)).toBe('0');
    expect(toDecimal(fraction(2n, 3n), 6)).toBe('0.666667');
    expect(toDecimal(rational('120'), 0)).toBe('120');
  });

  it('is never further than half a step away', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 0, max: 8 }), (a, decimals) => {
        const away = subtract(round(a, decimals), a);
        const doubled = multiply(rational(2n * 10n ** BigInt(decimals)), away);
        expect(compare(clamp(doubled, rational(-1), one), doubled)).toBe(0);
        expect(rational(toFixed(a, decimals))).toEqual(round(a, decimals));
      }),
    );
  });
});
