import { foldText } from '../domain/language/fold-text.ts';
import { sayPeriod } from '../domain/language/say-period.ts';
import { errors } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';

/** `13月`, `2026-13`, `5季度`: written like a period. */
const written =
  /(?<![\d.])(?:20\d{2} *[-/.年] *)?(\d{1,4}) *(月|季度)|(?<![\d.])20\d{2}[-/](\d{1,2})(?![\d.])/gu;

/** `sayPeriod` for what is asked; throws `bad_input` where a period is written that no year has, instead of answering about another one. */
export function sayKnownPeriod(text: string, now: Instant): ReturnType<typeof sayPeriod> {
  const said = sayPeriod(text, now);
  for (const [words, ordinal, kind, month] of foldText(said?.rest ?? text).matchAll(written)) {
    const number = Number(ordinal ?? month);
    if (number < 1 || number > (kind === '季度' ? 4 : 12))
      throw errors.badInput(`没有“${words}”这个时期，请换一个，如：10月、三季度、2026-10`);
  }
  return said;
}
