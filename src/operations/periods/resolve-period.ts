import type { Book } from '../../domain/assessment/scoring/book.ts';
import { lastEndedBy, type Period, shiftPeriod, yearOf } from '../../domain/calendar/period.ts';
import { addDays, dayOf, type Instant } from '../../shared/time.ts';
import { assignedYears } from './assigned-years.ts';

/** What a form's select says for “the newest period of whatever frequency the indicator has”. */
export const latestPeriod = { value: 'latest', text: '最近一期（按指标的报送频率）' };

/** The same in a form whose indicators say which period is owed: that one, where there is one. */
export const owedPeriod = { ...latestPeriod, text: '待报的一期（没有则最近一期）' };

/**
 * The period a form means: itself, or for `latest` the last ended one of the indicator's own frequency; the running one where the
 * indicator was not yet assigned to anybody in the last one's year.
 */
export function resolvePeriod(
  book: Book,
  { indicator, period }: { indicator: string; period: string },
  now: Instant,
): Period {
  if (period !== latestPeriod.value) return period;
  const last = lastEndedBy(book.indicator(indicator).frequency, addDays(dayOf(now), -1));
  const years = assignedYears(book, indicator);
  const running = shiftPeriod(last, 1);
  return !years.has(yearOf(last)) && years.has(yearOf(running)) ? running : last;
}
