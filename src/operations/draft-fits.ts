import type { Book } from '../domain/assessment/book.ts';
import type { Place } from '../domain/people/actor.ts';
import type { Doc } from '../store/collections.ts';

/** Whether a draft may be shown in the place: in private, in the unit's own group, or in its task force's (issue: elsewhere it comes in private). */
export function draftFits(book: Book, draft: Pick<Doc<'drafts'>, 'items' | 'asks'>, place: Place): boolean {
  if (place.type === 'private') return true;
  if (place.kind === 'unit') return draft.items.every((item) => item.unit === place.of);
  if (place.kind !== 'task_force') return false;
  const { indicators } = book.taskForce(place.of);
  const named = [...draft.items, ...draft.asks].flatMap(({ indicator }) => indicator ?? []);
  return named.every((indicator) => indicators.includes(indicator));
}
