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
  const estimate = Math.floor(a / b);
  // The division may have been rounded up to the next whole number.
  const quotient = estimate * b > a ? estimate - 1 : estimate;
  const rest = a - quotient * b;
  return rest >= b - rest ? quotient + 1 : quotient;
}
