import { privateSight } from '../../authorize/ranking-sight.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import { type Actor, unitsOf } from '../../domain/people/actor.ts';
import { dayOf, type Instant } from '../../shared/time.ts';

/** The indicators a person would look at: those of their units; all for who sees everything or has no unit. */
export function indicatorChoices(book: Book, actor: Actor, now: Instant): { value: string; text: string }[] {
  const year = Number(dayOf(now).slice(0, 4));
  const own = new Set(
    unitsOf(actor).flatMap((unit) => book.assignmentsOf(unit, year).map(({ indicator }) => indicator)),
  );
  const all = own.size === 0 || privateSight(actor).kind === 'all';
  return book.input.indicators
    .filter(({ code }) => all || own.has(code))
    .map(({ code, name }) => ({ value: code, text: name }));
}
