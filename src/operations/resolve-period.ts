import type { Book } from '../domain/assessment/book.ts';
import { lastEndedBy, type Period } from '../domain/calendar/period.ts';
import { addDays, dayOf, type Instant } from '../shared/time.ts';

/** What a form's select says for “the newest period of whatever frequency the indicator has”. */
export const latestPeriod = { value: 'latest', text: '最近一期（按指标的报送频率）' };

/** The period a form means: itself, or the last ended one of the indicator's own frequency for `latest`. */
export function resolvePeriod(
  book: Book,
  { indicator, period }: { indicator: string; period: string },
  now: Instant,
): Period {
  if (period !== latestPeriod.value) return period;
  return lastEndedBy(book.indicator(indicator).frequency, addDays(dayOf(now), -1));
}
