import { isUtf8 } from 'node:buffer';

const maxDepth = 32;
const poison = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses bytes as JSON; undefined when they are not valid UTF-8 or not JSON (JSON itself has no undefined). */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return undefined;
  return parseJsonText(bytes.toString('utf8'));
}

/** Parses JSON text; undefined when it is none. Of duplicate keys the last one counts, here and for everybody after us. */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A copy of parsed JSON without keys that could reach a prototype when merged by code further on.
 * Throws a RangeError when it is nested more than 32 deep.
 */
export function harmless(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maxDepth) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.map((item) => harmless(item, depth + 1));
  const kept = Object.entries(value).filter(([key]) => !poison.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, harmless(item, depth + 1)]));
}
