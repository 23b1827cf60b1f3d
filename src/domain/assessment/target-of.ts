import { type Exact, product, quotient } from '../../shared/exact.ts';
import { readExact } from '../../shared/read-exact.ts';
import { endTogether, type Period } from '../calendar/period.ts';
import type { Assignment } from './assignment.ts';
import type { Book } from './book.ts';

/**
 * The target of q (domain §4): the milestone set for exactly q's last day; else for cumulative indicators the annual
 * target × months elapsed / 12; else the annual target. Never interpolated, not rounded.
 */
export function targetOf(book: Book, { milestones, annual_target, indicator }: Assignment, q: Period): Exact {
  if (milestones.length > 0) {
    for (const { period, value } of milestones) if (endTogether(period, q)) return readExact(value);
  }
  const annual = readExact(annual_target);
  return book.indicator(indicator).kind === 'cumulative' ? product(annual, book.shareOfYear(q)) : annual;
}

/** A value ÷ its target of q. Throws a RangeError that names the assignment where the target is 0, which is refused when it is set. */
export function completionOf(
  book: Book,
  assignment: Assignment,
  { q, value }: { q: Period; value: Exact },
): Exact {
  const target = targetOf(book, assignment, q);
  if (target.num === 0) throw new RangeError(`${assignment.unit}:${assignment.indicator}: the target is 0`);
  return quotient(value, target);
}
