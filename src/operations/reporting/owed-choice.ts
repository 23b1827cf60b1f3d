import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { Period } from '../../domain/calendar/period.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';
import { findOwed, type Owed } from './find-owed.ts';

/** An indicator of the report form with the period that its option says is owed, and by which unit. */
export function choiceOf(code: string, owed: Owed | undefined): string {
  return owed === undefined ? code : `${code}@${owed.period}@${owed.assignment.unit}`;
}

/** The indicator of a choice. */
export function chosenIndicator(choice: string): string {
  return choice.split('@', 1)[0] ?? '';
}

interface Choosing {
  readonly choice: string;
  /** The unit chosen in the form; absent where the person has only one. */
  readonly unit: string | undefined;
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
}

/** The period that a choice owes: what its option said, or for another unit of the person the newest that this one owes. */
export function chosenPeriod({ choice, unit, actor, book, now }: Choosing): Period | undefined {
  const [code, period, of] = choice.split('@');
  if (unit === undefined || unit === of) return period;
  const { owed } = findOwed(book, { actor, now });
  return owed.findLast(({ assignment }) => assignment.indicator === code && assignment.unit === unit)?.period;
}
