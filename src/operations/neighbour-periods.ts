import type { Book } from '../domain/assessment/book.ts';
import { type Period, shiftPeriod, startOf, yearOf } from '../domain/calendar/period.ts';
import { dayOf, type Instant } from '../shared/time.ts';

/** The periods before and after that there is something to say about: of a year with assignments, begun by now. */
export function neighbourPeriods(
  book: Book,
  period: Period,
  now: Instant,
): { previous?: Period; next?: Period } {
  const years = new Set(book.input.assignments.map((assignment) => assignment.year));
  const [previous, next] = [shiftPeriod(period, -1), shiftPeriod(period, 1)];
  return {
    ...(years.has(yearOf(previous)) ? { previous } : {}),
    ...(years.has(yearOf(next)) && startOf(next) <= dayOf(now) ? { next } : {}),
  };
}
