import type { Instant } from '../../../shared/time.ts';
import { endOf, type Period, periodOfDay } from '../../calendar/period.ts';
import { foldText } from '../text/fold-text.ts';
import { type ReadPeriod, readPeriod } from './read-period.ts';
import { type SaidPeriod, writtenPeriod } from './said-period.ts';

/** Without an indicator: the period said, or the month (else half-month) that ends on the day said. */
function ownPeriod(said: SaidPeriod): Period | undefined {
  if (said.period) return said.period;
  if (!said.end) return undefined;
  const month = periodOfDay('month', said.end);
  if (endOf(month) === said.end) return month;
  const half = periodOfDay('half_month', said.end);
  return endOf(half) === said.end ? half : undefined;
}

/** A year written as nothing but its digits; only a command says it so. */
function writtenYear(text: string): ReadPeriod | undefined {
  const year = /^20\d{2}(?=$|[\s,])/.exec(text)?.[0];
  const said = year && writtenPeriod(year);
  return said ? { said, length: 4 } : undefined;
}

/** Finds and removes the first period words of a text, any way of domain §2; a month without a year is the latest that has begun. */
export function sayPeriod(text: string, now: Instant): { period: Period; rest: string } | undefined {
  const folded = foldText(text);
  for (let at = 0; at < folded.length; at += 1) {
    if (/\d/.test(folded[at] ?? '') && /[\d.]/.test(folded[at - 1] ?? '')) continue;
    const read = readPeriod(folded.slice(at, at + 40), now) ?? writtenYear(folded.slice(at, at + 5));
    if (!read) continue;
    const period = ownPeriod(read.said);
    if (!period) return undefined;
    const rest = `${folded.slice(0, at)} ${folded.slice(at + read.length)}`;
    return { period, rest: rest.replace(/ +/g, ' ').trim() };
  }
  return undefined;
}
