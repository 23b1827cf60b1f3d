import type { Chance } from '../support/crash-random.ts';

const strings: readonly string[] = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e999',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e固投\u202c',
  '\u2066\u2067\u2069',
  '\u200b\u200c\u200d\ufeff',
  '👩‍👩‍👧‍👦'.repeat(20),
  'ﷺ'.repeat(50),
  'a\u0301'.repeat(300),
  '<at id=all></at>',
  '<at user_id="all">所有人</at>',
  '[点我](https://evil.example)',
  '</font><font color=red>',
  ['$', '{process.exit(1)}'].join(''),
  '{{constructor.constructor("return process")()}}',
  "'; DROP TABLE reports; --",
  '../../../../etc/passwd',
  '%2e%2e%2f',
  '\r\nSet-Cookie: a=b',
  '\u001b[2J\u001b[31m',
  '=cmd|calc!A1',
  '/__proto__',
  '/排名 __proto__',
  '/constructor',
  '／得分 \u202e10月',
  '/工单 ZZZZ2222',
  '/登计',
  '//////',
  '一二三四五六七八九十百千万亿'.repeat(40),
  '1.2.3.4.5.6.7.8.9',
  '(((((((((('.repeat(50),
  '\n'.repeat(500),
];

/** A text that code trips over, sometimes of 100 kB. */
export function oddText(chance: Chance): string {
  if (chance.strikes(0.003)) return (chance.one(strings) || 'x').repeat(3000).slice(0, 100_000);
  if (chance.strikes(0.5)) return chance.one(strings) ?? '';
  return Array.from({ length: 1 + Math.floor(chance.number(30)) }, () =>
    String.fromCharCode(Math.floor(chance.number(0x10000))),
  ).join('');
}

const scalars: readonly unknown[] = [null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, '', [], {}];

/** A JSON value of any shape; objects have keys that reach prototypes. */
export function oddJson(chance: Chance, depth = 3): unknown {
  if (depth === 0 || chance.strikes(0.4))
    return chance.strikes(0.5) ? oddText(chance).slice(0, 2000) : chance.one(scalars);
  const size = Math.floor(chance.number(4));
  const items = Array.from({ length: size }, () => oddJson(chance, depth - 1));
  if (chance.strikes(0.4)) return items;
  return JSON.parse(
    `{${items.map((item) => `${JSON.stringify(oddText(chance).slice(0, 40))}:${JSON.stringify(item)}`).join(',')}}`,
  );
}

/** Anything but a text. */
export function oddShape(chance: Chance): unknown {
  const value = oddJson(chance);
  return typeof value === 'string' ? [value] : value;
}

/** Random bytes. */
export function oddBytes(chance: Chance, most: number): Buffer {
  return Buffer.from(
    Array.from({ length: Math.floor(chance.number(most)) }, () => Math.floor(chance.number(256))),
  );
}

/** A JSON text as deep as that. */
export function deepJson(depth: number): string {
  return `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`;
}

/** One part of an object, however deep, replaced by something odd. */
export function spoiltAt(chance: Chance, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && chance.strikes(0.8)) {
    const at = Math.floor(chance.number(value.length));
    return value.map((item, index) => (index === at ? spoiltAt(chance, item) : item));
  }
  if (typeof value !== 'object' || value === null || chance.strikes(0.2)) return oddJson(chance);
  const keys = Object.keys(value);
  const key = chance.one(keys);
  if (key === undefined) return oddJson(chance);
  const entries = Object.entries(value);
  if (chance.strikes(0.15)) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === key ? spoiltAt(chance, item) : item]),
  );
}
