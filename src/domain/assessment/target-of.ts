import { type Exact, product } from '../../shared/exact.ts';
import { readExact } from '../../shared/read-exact.ts';
import type { Period } from '../calendar/period.ts';
import type { Assignment } from './assignment.ts';
import type { Book } from './book.ts';

/**
 * The target of q (domain §4): the milestone set for exactly q's last day; else for cumulative indicators the annual
 * target × months elapsed / 12; else the annual target. Never interpolated, not rounded.
 */
export function targetOf(book: Book, { milestones, annual_target, indicator }: Assignment, q: Period): Exact {
  if (milestones.length > 0) {
    const lastDay = book.lastDayOf(q);
    const milestone = milestones.find(({ period }) => book.lastDayOf(period) === lastDay);
    if (milestone) return readExact(milestone.value);
  }
  const annual = readExact(annual_target);
  return book.indicator(indicator).kind === 'cumulative' ? product(annual, book.shareOfYear(q)) : annual;
}
