import { type Day, dayOf, type Instant } from '../../../shared/time.ts';
import { endOf, isPeriod, type Period, periodAt, startOf } from '../../calendar/period.ts';

/** A period as said, before it is known of which indicator. */
export interface SaidPeriod {
  /** The period of the frequency that was said (三季度 → `2026Q3`); absent when only a last day was said. */
  readonly period?: Period;
  /** The last day of a range from January or a point in time (1-10月, 三季度末): any frequency may end there. */
  readonly end?: Day;
  readonly year: number;
  readonly yearSaid: boolean;
  /** Nothing but a year was said (今年, 2026年). */
  readonly bareYear: boolean;
}

/** The pieces of a said period; `year` undefined when unsaid. */
export interface PeriodWords {
  readonly year: number | undefined;
  readonly now: Instant;
}

/** The year meant: the one said, else the latest in which `of(year)` has begun. */
function yearOf(words: PeriodWords, firstDay: (year: number) => Day): number {
  if (words.year !== undefined) return words.year;
  const current = Number(words.now.slice(0, 4));
  return firstDay(current) <= dayOf(words.now) ? current : current - 1;
}

/** A whole period: 7月, 三季度, 上半年, 7月上半月. From January on (`range`), its end counts for every frequency. */
export function wholePeriod(words: PeriodWords, of: (year: number) => Period, range = false): SaidPeriod {
  const year = yearOf(words, (candidate) => startOf(of(candidate)));
  const period = of(year);
  const end = range ? { end: endOf(period) } : {};
  return { period, ...end, year, yearSaid: words.year !== undefined, bareYear: false };
}

/** A last day only: 1-10月, 前三季度, 截至9月30日. It has begun when its month has. */
export function lastDay(words: PeriodWords, of: (year: number) => Day): SaidPeriod {
  const year = yearOf(words, (candidate) => `${of(candidate).slice(0, 7)}-01`);
  return { end: of(year), year, yearSaid: words.year !== undefined, bareYear: false };
}

/** Words that say a time no period can be made of (3-5月, 上旬). */
export function unclearPeriod(words: PeriodWords): SaidPeriod {
  const year = words.year ?? Number(words.now.slice(0, 4));
  return { year, yearSaid: words.year !== undefined, bareYear: false };
}

/** A year by itself: its period, and its last day. */
export function bareYear(year: number): SaidPeriod {
  return { period: `${year}`, end: `${year}-12-31`, year, yearSaid: true, bareYear: true };
}

/** A period written out: 2026-07, 2026Q3, 2026-07A. */
export function writtenPeriod(text: string): SaidPeriod | undefined {
  const period = text.toUpperCase();
  if (!isPeriod(period)) return undefined;
  return { period, year: Number(period.slice(0, 4)), yearSaid: true, bareYear: false };
}

/** The last day of a month, 1-based; months outside 1–12 roll over. */
export function monthEnd(year: number, month: number): Day {
  return endOf(periodAt('month', year, month));
}
