import { dayOf, type Instant } from '../../../shared/time.ts';
import type { Period } from '../../calendar/period.ts';
import type { Book } from '../scoring/book.ts';

/** Whether something reported at that time came after the due day of its period (迟报). */
export function isLate(book: Book, period: Period, at: Instant): boolean {
  return dayOf(at) > book.dueDayOf(period);
}
