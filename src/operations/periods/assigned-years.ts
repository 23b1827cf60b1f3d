import type { Book } from '../../domain/assessment/scoring/book.ts';

/** The years in which some unit has the indicator: a period of another year cannot be reported. */
export function assignedYears(book: Book, indicator: string): ReadonlySet<number> {
  const assignments = book.input.assignments.filter((assignment) => assignment.indicator === indicator);
  return new Set(assignments.map(({ year }) => year));
}
