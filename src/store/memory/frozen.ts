/** Freezes a JSON value and everything in it; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

/**
 * A frozen copy that shares nothing with the caller's object and is exactly what a restart would read from disk: the zod output alone would
 * still share whatever a schema passes through (`z.unknown()`), and would keep keys that hold `undefined`. Texts are not written and read
 * again for it: half of an event's work would be that.
 */
export function frozenCopy(value: object): unknown {
  return copyOf(value);
}

function copyOf(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  // −0 is written as 0, what is no number as null.
  if (typeof value === 'number') return Number.isFinite(value) ? value || 0 : null;
  if (Array.isArray(value)) return Object.freeze(value.map((item) => copyOf(item) ?? null));
  return typeof value === 'object' && isPlain(value) ? copyOfObject(value) : written(value);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value);
}

function copyOfObject(value: object): object {
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const part = copyOf(item);
    if (part === undefined) continue;
    // Assigned, this one key would become the copy's prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: part, enumerable: true });
    else copy[key] = part;
  }
  return Object.freeze(copy);
}

/** Dates and whatever else writes itself; undefined for what JSON leaves out. */
function written(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : deepFreeze(JSON.parse(text));
}
