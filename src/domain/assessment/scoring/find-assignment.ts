import type { Assignment } from '../records/assignment.ts';
import type { Book } from './book.ts';

/** The assignment of an indicator to a unit in a year, undefined when the unit does not have it. */
export function findAssignment(
  book: Book,
  { indicator, unit, year }: { indicator: string; unit: string; year: number },
): Assignment | undefined {
  return book.assignmentsOf(unit, year).find((assignment) => assignment.indicator === indicator);
}
