import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Exact, toExact } from '#src/shared/exact.ts';
import { orderKeys } from '#src/shared/order-keys.ts';
import { compare, fraction } from '#src/shared/rational.ts';
import { readExact } from '#src/shared/read-exact.ts';

const edge = 2n ** 53n;
const anyNumerator = fc.oneof(
  fc.bigInt({ min: -30n, max: 30n }),
  fc.bigInt({ min: edge - 4n, max: edge + 4n }),
  fc.bigInt({ min: -edge - 4n, max: -edge + 4n }),
);
const anyDenominator = fc.constantFrom(1n, 10n, 100n, 12n, 7n, 10n ** 20n);
const anyFraction = fc.tuple(anyNumerator, anyDenominator).map(([num, den]) => fraction(num, den));

it('keys are ordered as the fractions are, small, large, of unlike denominators and with gaps', () => {
  fc.assert(
    fc.property(fc.array(fc.option(anyFraction), { maxLength: 8 }), (values) => {
      const keys = orderKeys(values.map((value) => (value ? toExact(value) : undefined)));
      values.forEach((a, i) => {
        if (!a) expect(keys[i]).toBeNaN();
        values.forEach((b, j) => {
          if (a && b) expect(Math.sign((keys[i] ?? 0) - (keys[j] ?? 0))).toBe(Math.sign(compare(a, b)));
        });
      });
    }),
    { numRuns: 500 },
  );
});

it('keys of decimals tell the last of twenty places apart', () => {
  const texts = ['0.00000000000000000001', '0', '-0.00000000000000000001', '0.00000000000000000001'];
  const [more, nought, less, same] = orderKeys(texts.map((text): Exact => readExact(text)));
  expect(more).toBeGreaterThan(nought ?? Number.NaN);
  expect(less).toBeLessThan(nought ?? Number.NaN);
  expect(same).toBe(more);
});
