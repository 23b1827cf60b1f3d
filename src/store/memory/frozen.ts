/** Freezes a JSON value and everything in it; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

/**
 * A frozen copy that shares nothing with the caller's object and is exactly what a restart would read from disk: the zod output alone would
 * still share whatever a schema passes through (`z.unknown()`), and would keep keys that hold `undefined`.
 */
export function frozenCopy(value: object): unknown {
  return deepFreeze(JSON.parse(JSON.stringify(value)));
}
