import type { Book } from '../../domain/assessment/scoring/book.ts';
import { oncePerBook } from '../book/once-per-book.ts';

const everyYear = oncePerBook<undefined, ReadonlySet<number>>(
  () => '',
  (book) => new Set(book.input.assignments.map((assignment) => assignment.year)),
);

/** The years in which anything is assigned: others have no scores. */
export function rankedYears(book: Book): ReadonlySet<number> {
  return everyYear(book, undefined);
}
