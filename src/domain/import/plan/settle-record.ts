import { compare, rational } from '../../../shared/rational.ts';

const decimal = /^-?\d{1,20}\.\d{1,20}$|^-?\d{1,20}$/;

function sameText(a: string, b: string): boolean {
  return a === b || (decimal.test(a) && decimal.test(b) && compare(rational(a), rational(b)) === 0);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two records say the same: numbers by value (12.30 is 12.3), an absent field like an undefined one. */
export function sameRecord(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return sameText(a, b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry, index) => sameRecord(entry, b[index]));
  if (isPlain(a) && isPlain(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => sameRecord(a[key], b[key]));
  }
  return Object.is(a, b);
}

/** A record with its unchanged fields just as they were written before. */
export function settleRecord<T extends object>(before: T, after: T): T {
  const old = before as Record<string, unknown>;
  const entries = Object.entries(after).map(([key, value]) => [
    key,
    sameRecord(old[key], value) ? old[key] : value,
  ]);
  return Object.fromEntries(entries) as T;
}
