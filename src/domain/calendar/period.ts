import { type Day, dayOf, type Instant } from '../../shared/time.ts';

/** A reporting period: `2026`, `2026H1`, `2026Q3`, `2026-07`, `2026-07A` (1st–15th) or `2026-07B` (domain §2). */
export type Period = string;

/** How often an indicator is reported; also the kind of a period. */
export type Frequency = 'half_month' | 'month' | 'quarter' | 'half' | 'year';

const pattern = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2])([AB])?)?$/;

interface Parts {
  readonly year: number;
  readonly frequency: Frequency;
  /** 1-based: which half, quarter, month or half-month of the year. */
  readonly index: number;
}

/** Whether the text is a period. */
export function isPeriod(text: string): boolean {
  return pattern.test(text);
}

/** Few periods are asked about, each thousands of times. */
const known = new Map<Period, Parts>();
const mostKnown = 1000;

function partsOf(period: Period): Parts {
  const found = known.get(period);
  if (found) return found;
  const parts = readParts(period);
  if (known.size >= mostKnown) known.clear();
  known.set(period, parts);
  return parts;
}

function readParts(period: Period): Parts {
  const match = pattern.exec(period);
  if (!match) throw new RangeError(`not a period: ${period}`);
  const [, yearText, half, quarter, month, part] = match;
  const year = Number(yearText);
  if (half) return { year, frequency: 'half', index: Number(half) };
  if (quarter) return { year, frequency: 'quarter', index: Number(quarter) };
  if (month && part)
    return { year, frequency: 'half_month', index: Number(month) * 2 - (part === 'A' ? 1 : 0) };
  if (month) return { year, frequency: 'month', index: Number(month) };
  return { year, frequency: 'year', index: 1 };
}

const perYear: Record<Frequency, number> = { half_month: 24, month: 12, quarter: 4, half: 2, year: 1 };

/** The `index`-th period (1-based) of a frequency in a year; an index outside the year rolls over to the neighbouring years. */
export function periodAt(frequency: Frequency, year: number, index: number): Period {
  const count = perYear[frequency];
  const zeroBased = index - 1;
  const actualYear = year + Math.floor(zeroBased / count);
  const actual = (((zeroBased % count) + count) % count) + 1;
  if (frequency === 'year') return `${actualYear}`;
  if (frequency === 'half') return `${actualYear}H${actual}`;
  if (frequency === 'quarter') return `${actualYear}Q${actual}`;
  if (frequency === 'month') return `${actualYear}-${String(actual).padStart(2, '0')}`;
  const month = String(Math.ceil(actual / 2)).padStart(2, '0');
  return `${actualYear}-${month}${actual % 2 === 1 ? 'A' : 'B'}`;
}

/** Which kind of period it is. Throws a RangeError when it is none, as do the functions below. */
export function frequencyOf(period: Period): Frequency {
  return partsOf(period).frequency;
}

/** The calendar year it lies in. */
export function yearOf(period: Period): number {
  return partsOf(period).year;
}

/** 1-based: which half, quarter, month or half-month of its year. */
export function indexOf(period: Period): number {
  return partsOf(period).index;
}

/** The same-length period `count` later (earlier when negative). */
export function shiftPeriod(period: Period, count: number): Period {
  const { frequency, year, index } = partsOf(period);
  return periodAt(frequency, year, index + count);
}

/** The period of this frequency that the day lies in. */
export function periodOfDay(frequency: Frequency, day: Day): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  if (frequency === 'half_month') {
    return periodAt(frequency, year, month * 2 - (Number(day.slice(8, 10)) <= 15 ? 1 : 0));
  }
  return periodAt(frequency, year, Math.ceil((month * perYear[frequency]) / 12));
}

/** Its first day. */
export function startOf(period: Period): Day {
  const { year, frequency, index } = partsOf(period);
  const month = Math.floor(((index - 1) * 12) / perYear[frequency]) + 1;
  const secondHalf = frequency === 'half_month' && index % 2 === 0;
  return `${year}-${String(month).padStart(2, '0')}-${secondHalf ? '16' : '01'}`;
}

/** Its last day. */
export function endOf(period: Period): Day {
  const { year, frequency, index } = partsOf(period);
  const month = Math.ceil((index * 12) / perYear[frequency]);
  const firstHalf = frequency === 'half_month' && index % 2 === 1;
  const day = firstHalf ? 15 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${day}`;
}

/** Whether its last day is not over at a moment. */
export function isUnfinished(period: Period, now: Instant): boolean {
  return endOf(period) >= dayOf(now);
}

/** The last period of a frequency that has ended by the end of `day`. */
export function lastEndedBy(frequency: Frequency, day: Day): Period {
  const current = periodOfDay(frequency, day);
  return endOf(current) <= day ? current : shiftPeriod(current, -1);
}

/** The periods, one of a frequency at most, that have the same last day; the period itself is one of them. */
export function endingWith(period: Period): Period[] {
  const last = endOf(period);
  const frequencies: readonly Frequency[] = ['half_month', 'month', 'quarter', 'half', 'year'];
  return frequencies
    .map((frequency) => periodOfDay(frequency, last))
    .filter((candidate) => endOf(candidate) === last);
}

/** Months of its year elapsed at its end as a decimal string: `"6"` for June, Q2 or H1; a first half-month counts half (`"5.5"` for `2026-06A`). */
export function monthsElapsed(period: Period): string {
  const { frequency, index } = partsOf(period);
  if (frequency === 'half_month') return index % 2 === 1 ? `${(index - 1) / 2}.5` : `${index / 2}`;
  return `${(index * 12) / perYear[frequency]}`;
}

const halfNames = ['上半年', '下半年'];
const quarterNames = ['一季度', '二季度', '三季度', '四季度'];

/** As cards show it: `2026年10月`, `2026年三季度`, `2026年10月下半月`. */
export function periodName(period: Period): string {
  const { year, frequency, index } = partsOf(period);
  if (frequency === 'year') return `${year}年`;
  if (frequency === 'half') return `${year}年${halfNames[index - 1]}`;
  if (frequency === 'quarter') return `${year}年${quarterNames[index - 1]}`;
  if (frequency === 'month') return `${year}年${index}月`;
  return `${year}年${Math.ceil(index / 2)}月${index % 2 === 1 ? '上' : '下'}半月`;
}
