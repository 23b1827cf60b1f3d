import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import type { Instant } from '../../shared/time.ts';

/** Who exports, and when. A file is always for its asker alone, whatever chat they asked in. */
export interface Exporting {
  readonly actor: Actor;
  readonly now: Instant;
  readonly book: Book;
  readonly calendar: WorkCalendar;
}

/** The private chat in which a file is read. */
export function aloneWith(actor: Actor): Place {
  return { type: 'private', chatId: actor.openId };
}
