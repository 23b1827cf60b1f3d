import { divide, multiply, type Rational, rational } from '../../shared/rational.ts';
import { endOf, monthsElapsed, type Period } from '../calendar/period.ts';
import type { Book } from './book.ts';
import type { Line } from './line.ts';

const twelve = rational(12n);

/**
 * The target of q (domain §4): the milestone set for exactly q's last day; else for cumulative indicators the annual
 * target × months elapsed / 12; else the annual target. Never interpolated, not rounded.
 */
export function targetOf(book: Book, line: Line, q: Period): Rational {
  const { milestones, annual_target } = line.assignment;
  const milestone = milestones.length > 0 && milestones.find((entry) => endOf(entry.period) === endOf(q));
  if (milestone) return book.number(milestone.value);
  const annual = book.number(annual_target);
  if (line.indicator.kind !== 'cumulative') return annual;
  return divide(multiply(annual, book.number(monthsElapsed(q))), twelve);
}
