/** Whether a value survives JSON unchanged: no functions, dates, NaN, cycles (the platform evaluates chart specs as JSON only). */
export function isPureJson(value: unknown, depth = 0): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'object' || depth > 20) return false;
  const inner = Array.isArray(value) ? value : plainValues(value);
  return inner?.every((item) => isPureJson(item, depth + 1)) ?? false;
}

function plainValues(value: object): unknown[] | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? Object.values(value) : undefined;
}
