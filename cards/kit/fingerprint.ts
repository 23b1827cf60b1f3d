import { hash } from 'node:crypto';

/** JSON with sorted keys, so that the same value always gives the same text; what is undefined is left out. */
function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => stableJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableJson(item)}`).join(',')}}`;
}

/** The first 16 hexadecimal digits of the SHA-256 of a callback value: a click counts only if the sent card had that button. */
export function fingerprint(value: unknown): string {
  return hash('sha256', stableJson(value), 'hex').slice(0, 16);
}

/** Fingerprints of all callback values in a card, sorted, each once. */
export function buttonsOf(card: object): string[] {
  const found = new Set<string>();
  collect(card, found);
  return [...found].sort();
}

function collect(node: object, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) if (isObject(item)) collect(item, found);
    return;
  }
  for (const [key, item] of Object.entries(node)) {
    if (!isObject(item)) continue;
    if (key === 'behaviors') for (const value of callbackValues(item)) found.add(fingerprint(value));
    // What stands in a chart or a table's rows is data, never a button.
    else if (key !== 'chart_spec' && key !== 'rows') collect(item, found);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function callbackValues(behaviors: unknown): unknown[] {
  if (!Array.isArray(behaviors)) return [];
  return behaviors.filter((entry) => entry?.type === 'callback').map((entry) => entry.value);
}
