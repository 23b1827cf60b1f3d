import type { Instant } from '../../../shared/time.ts';
import { digitOf } from '../text/chinese-digits.ts';

const yearWords: readonly (readonly [RegExp, (now: number, text: string) => number])[] = [
  [/^(?:今年|本年度?|当年)/, (now) => now],
  [/^(?:去年|上年度?|上一年度?)/, (now) => now - 1],
  [/^前年/, (now) => now - 2],
  [/^(?:明年|来年)/, (now) => now + 1],
  [/^20\d{2} *年(?:度)?/, (_now, text) => Number(text.slice(0, 4))],
  [
    /^二[〇零][一二三四五六七八九][〇零一二三四五六七八九]年(?:度)?/,
    (_now, text) => Number([...text.slice(0, 4)].map((char) => digitOf[char] ?? 0).join('')),
  ],
  [/^[23]\d年(?:度)?(?!期)/, (_now, text) => 2000 + Number(text.slice(0, 2))],
];

/** The year a text begins with, said or counted from now, and the characters read; undefined when there is none. */
export function yearAt(text: string, now: Instant): { year: number; length: number } | undefined {
  const current = Number(now.slice(0, 4));
  for (const [pattern, year] of yearWords) {
    const match = pattern.exec(text)?.[0];
    if (match) return { year: year(current, match), length: match.length };
  }
  return undefined;
}
