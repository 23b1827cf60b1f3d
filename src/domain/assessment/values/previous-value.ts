import { type Period, shiftPeriod, yearOf } from '../../calendar/period.ts';
import type { Book } from '../scoring/book.ts';
import type { PeriodValue } from './jump-warning.ts';

/** The value in force of the period before, of the same year; undefined when there is none. */
export function previousValue(
  book: Book,
  item: { indicator: string; unit: string; period: Period },
): PeriodValue | undefined {
  const period = shiftPeriod(item.period, -1);
  if (yearOf(period) !== yearOf(item.period)) return undefined;
  const report = book.valueFor(item.indicator, item.unit, period);
  return report && { period, value: report.value };
}
