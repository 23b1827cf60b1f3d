import { createHash } from 'node:crypto';

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
  return createHash('sha256').update(stableJson(value)).digest('hex').slice(0, 16);
}

/** Fingerprints of all callback values in a card, sorted, each once. */
export function buttonsOf(card: object): string[] {
  const found = new Set<string>();
  collect(card, found);
  return [...found].sort();
}

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const item of node) collect(item, found);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  for (const [key, item] of Object.entries(node)) {
    if (key === 'behaviors') for (const value of callbackValues(item)) found.add(fingerprint(value));
    // What stands in a chart or a table's rows is data, never a button.
    else if (key !== 'chart_spec' && key !== 'rows') collect(item, found);
  }
}

function callbackValues(behaviors: unknown): unknown[] {
  if (!Array.isArray(behaviors)) return [];
  return behaviors.filter((entry) => entry?.type === 'callback').map((entry) => entry.value);
}
