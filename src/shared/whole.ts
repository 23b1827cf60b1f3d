/** A whole number of any size: a plain number while that is exact (below 2⁵³), which is many times quicker, else a bigint. */
export type Whole = number | bigint;

const largest = Number.MAX_SAFE_INTEGER;

function isExact(value: number): boolean {
  return value <= largest && value >= -largest;
}

/** The same number in the form that `Whole` promises. */
export function whole(value: bigint): Whole {
  return value <= largest && value >= -largest ? Number(value) : value;
}

/** a + b. */
export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isExact(sum)) return sum;
  }
  return whole(BigInt(a) + BigInt(b));
}

/** a − b. */
export function minus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (isExact(difference)) return difference;
  }
  return whole(BigInt(a) - BigInt(b));
}

/** a × b. */
export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // A product beyond 2⁵³ is never rounded to one below it. Nought is added so that −0 becomes 0.
    if (isExact(product)) return product + 0;
  }
  return whole(BigInt(a) * BigInt(b));
}

/** a ÷ b of a positive b, rounded half up (away from zero). */
export function roundedQuotient(a: Whole, b: Whole): Whole {
  if (a < 0) return minus(0, roundedQuotient(minus(0, a), b));
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    const [dividend, divisor] = [BigInt(a), BigInt(b)];
    return whole((2n * dividend + divisor) / (2n * divisor));
  }
  const quotient = wholeQuotient(a, b);
  const rest = a - quotient * b;
  return rest >= b - rest ? quotient + 1 : quotient;
}

function wholeQuotient(a: number, b: number): number {
  const estimate = Math.floor(a / b);
  // The division may have been rounded up to the next whole number.
  return estimate * b > a ? estimate - 1 : estimate;
}

/** a × 10,000 ÷ b of a positive b, rounded half up (away from zero). */
export function roundedTenThousandths(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number' && !isExact(a * 10_000) && isExact(b * 100)) {
    if (a < 0) return minus(0, roundedTenThousandths(-a, b));
    // Two digits at a time, as on paper: what is left is below b, so that all stay plain numbers.
    const first = wholeQuotient(a, b);
    const left = (a - first * b) * 100;
    const second = wholeQuotient(left, b);
    const rest = (left - second * b) * 100;
    return plus(times(first, 10_000), second * 100 + Number(roundedQuotient(rest, b)));
  }
  return roundedQuotient(times(a, 10_000), b);
}
