import type { Book } from '../../domain/assessment/scoring/book.ts';

/** More are never asked for between two changes of the data, but by somebody who tries words. */
const mostKept = 500;

/**
 * Remembers what was computed from a book, which never changes, under a key that names everything else it depends on. What belongs to a
 * book goes with it.
 */
export function oncePerBook<A, V>(keyOf: (asked: A) => string, compute: (book: Book, asked: A) => V) {
  const kept = new WeakMap<Book, Map<string, V>>();
  return (book: Book, asked: A): V => {
    const known = kept.get(book) ?? new Map<string, V>();
    kept.set(book, known);
    const key = keyOf(asked);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= mostKept) known.clear();
    const value = compute(book, asked);
    known.set(key, value);
    return value;
  };
}
