import { multiply, type Rational } from '../../shared/rational.ts';
import type { Period } from '../calendar/period.ts';
import type { Book } from './book.ts';
import type { Line } from './line.ts';

/**
 * The target of q (domain §4): the milestone set for exactly q's last day; else for cumulative indicators the annual
 * target × months elapsed / 12; else the annual target. Never interpolated, not rounded.
 */
export function targetOf(book: Book, line: Line, q: Period): Rational {
  const { milestones, annual_target } = line.assignment;
  if (milestones.length > 0) {
    const lastDay = book.lastDayOf(q);
    const milestone = milestones.find((entry) => book.lastDayOf(entry.period) === lastDay);
    if (milestone) return book.number(milestone.value);
  }
  const annual = book.number(annual_target);
  return line.indicator.kind === 'cumulative' ? multiply(annual, book.shareOfYear(q)) : annual;
}
