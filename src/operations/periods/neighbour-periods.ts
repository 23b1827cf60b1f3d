import type { Book } from '../../domain/assessment/scoring/book.ts';
import { type Period, shiftPeriod, startOf, yearOf } from '../../domain/calendar/period.ts';
import { dayOf, type Instant } from '../../shared/time.ts';
import { rankedYears } from './ranked-years.ts';

/** The periods before and after that there is something to say about: of a year with assignments, begun by now. */
export function neighbourPeriods(
  book: Book,
  period: Period,
  now: Instant,
): { previous?: Period; next?: Period } {
  const years = rankedYears(book);
  const [previous, next] = [shiftPeriod(period, -1), shiftPeriod(period, 1)];
  return {
    ...(years.has(yearOf(previous)) ? { previous } : {}),
    ...(years.has(yearOf(next)) && startOf(next) <= dayOf(now) ? { next } : {}),
  };
}
