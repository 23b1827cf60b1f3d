import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { Doc } from '../../store/collections.ts';
import { seenMark } from '../seen-mark.ts';

/** Which values the items of a draft would replace, so that only what its card named is replaced; undefined when there are none. */
export function replacedMark(book: Book, items: Doc<'drafts'>['items']): string | undefined {
  const replaced = items.map(
    ({ indicator, unit, period }) => book.valueFor(indicator, unit, period)?.id ?? null,
  );
  return replaced.some((id) => id !== null) ? seenMark(replaced) : undefined;
}
