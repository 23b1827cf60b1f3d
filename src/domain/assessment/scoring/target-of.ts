import { type Exact, product, quotient, unity } from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import type { Period } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Book } from './book.ts';
import type { Column } from './peers.ts';

/**
 * The target of q (domain §4): the milestone set for exactly q's last day; else for cumulative indicators the annual
 * target × months elapsed / 12; else the annual target. Never interpolated, not rounded.
 */
export function targetOf(book: Book, assignment: Assignment, q: Period): Exact {
  return targetIn(targetingOf(book, book.indicator(assignment.indicator), q), assignment);
}

/** What of a period targets are made with: the same for all who have the indicator. */
export type Targeting = Pick<Column, 'q' | 'share' | 'endings'>;

/** How targets are made in q: months elapsed / 12 of the annual one for cumulative indicators, else all of it. */
export function targetingOf(book: Book, { kind }: Indicator, q: Period): Targeting {
  return { q, share: kind === 'cumulative' ? book.shareOfYear(q) : unity, endings: book.endingWith(q) };
}

/** The target of an assignment in a column of its peers: what does not differ between them is ready there. */
export function targetIn({ share, endings }: Targeting, { milestones, annual_target }: Assignment): Exact {
  for (const { period, value } of milestones) if (endings.has(period)) return readExact(value);
  const annual = readExact(annual_target);
  return share === unity ? annual : product(annual, share);
}

/** A value ÷ its target of q. Throws a RangeError that names the assignment where the target is 0, which is refused when it is set. */
export function completionOf(column: Targeting, assignment: Assignment, value: Exact): Exact {
  const target = targetIn(column, assignment);
  if (target.num === 0) throw new RangeError(`${assignment.unit}:${assignment.indicator}: the target is 0`);
  return quotient(value, target);
}
