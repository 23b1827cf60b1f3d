import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, order, product, quotient, sum, toExact, toRational } from '#src/shared/exact.ts';
import { add, compare, divide, fraction, multiply, rational, round, subtract } from '#src/shared/rational.ts';
import { readExact } from '#src/shared/read-exact.ts';
import { roundedQuotient, roundedTenThousandths, whole } from '#src/shared/whole.ts';

const edge = 2n ** 53n;
const anyWhole = fc.oneof(
  fc.bigInt({ min: -50n, max: 50n }),
  fc.bigInt({ min: edge - 9n, max: edge + 9n }),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
);
const anyPositive = anyWhole.map((value) => (value < 0n ? -value : value) + 1n);
const anyRational = fc.tuple(anyWhole, anyPositive).map(([num, den]) => fraction(num, den));

describe('fractions for scoring', () => {
  it('compute what fractions in lowest terms compute, small, large and at the edge of plain numbers', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const [x, y] = [toExact(a), toExact(b)];
        expect(toRational(sum(x, y))).toEqual(add(a, b));
        expect(toRational(difference(x, y))).toEqual(subtract(a, b));
        expect(toRational(product(x, y))).toEqual(multiply(a, b));
        expect(Math.sign(order(x, y))).toBe(Math.sign(compare(a, b)));
        if (b.num !== 0n) expect(toRational(quotient(x, y))).toEqual(divide(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('are rounded half up, away from zero', () => {
    fc.assert(
      fc.property(anyWhole, anyPositive, (num, den) => {
        expect(BigInt(roundedQuotient(toExact(fraction(num, 1n)).num, toExact(fraction(den, 1n)).num))).toBe(
          round(fraction(num, den), 0).num,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are rounded to ten-thousandths, where the product is a plain number and where it no longer is', () => {
    const large = fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n });
    const divisor = fc.oneof(anyPositive, fc.bigInt({ min: 1n, max: edge / 100n + 2n }));
    fc.assert(
      fc.property(fc.oneof(anyWhole, large), divisor, (num, den) => {
        expect(BigInt(roundedTenThousandths(whole(num), whole(den)))).toBe(
          round(multiply(fraction(num, den), rational(10_000n)), 0).num,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('read plain decimals exactly and nothing else', () => {
    for (const text of ['0', '-0.0', '12.30', '-7', '007', '99999999999999.9', '99999999999999999999.5'])
      expect(toRational(readExact(text))).toEqual(rational(text));
    for (const text of ['', '-', '.5', '5.', '1.2.3', '1e3', ' 1', '１', '--1'])
      expect(() => readExact(text)).toThrow(RangeError);
  });
});
