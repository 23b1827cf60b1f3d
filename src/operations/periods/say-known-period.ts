import { sayPeriod } from '../../domain/language/periods/say-period.ts';
import { foldText } from '../../domain/language/text/fold-text.ts';
import { errors } from '../../shared/errors.ts';
import { dayOf, type Instant } from '../../shared/time.ts';

/** `13月`, `2026-13`, `5季度`: written like a period. */
const written =
  /(?<![\d.])(?:20\d{2} *[-/.年] *)?(\d{1,4}) *(月|季度)|(?<![\d.])20\d{2}[-/](\d{1,2})(?![\d.])/gu;

type Said = ReturnType<typeof sayPeriod>;

/** Many ask with the same few words; the oldest go first. */
const mostKept = 300;
const kept = new Map<string, Said>();

function read(text: string, now: Instant): Said {
  const said = sayPeriod(text, now);
  for (const [words, ordinal, kind, month] of foldText(said?.rest ?? text).matchAll(written)) {
    const number = Number(ordinal ?? month);
    if (number < 1 || number > (kind === '季度' ? 4 : 12))
      throw errors.badInput(`没有“${words}”这个时期，请换一个，如：10月、三季度、2026-10`);
  }
  return said;
}

/** `sayPeriod` for what is asked; throws `bad_input` where a period is written that no year has, instead of answering about another one. */
export function sayKnownPeriod(text: string, now: Instant): Said {
  // Of the moment the day alone decides what 上月 is.
  const key = `${dayOf(now)} ${text}`;
  const known = kept.get(key);
  if (known || kept.has(key)) return known;
  const said = read(text, now);
  kept.set(key, said);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
  return said;
}
