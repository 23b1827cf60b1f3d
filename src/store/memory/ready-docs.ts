import type { CollectionName, Doc } from '../collections.ts';
import { anyCollection } from './any-collection.ts';
import { frozenCopy } from './frozen.ts';

/** Documents that were checked ahead of their transaction, with the text that their line will hold. */
const ready = new WeakMap<object, string>();

/**
 * Checks a document by its schema ahead of the transaction that will put it, and returns the frozen copy that is put: with tens of thousands
 * of documents, whoever waits for the transaction does not wait for that too. Throws a ZodError when it does not fit.
 */
export function readyDoc<N extends CollectionName>(name: N, doc: Doc<N>): Doc<N> {
  const copy = frozenDoc(name, doc);
  ready.set(Object(copy), JSON.stringify(copy));
  // The cast of the port: what the schema has let through is of its type.
  return copy as Doc<N>;
}

/** A checked and frozen copy of a document; one that is ready is that already. */
export function frozenDoc(name: CollectionName, doc: unknown): unknown {
  return ready.has(Object(doc)) ? doc : frozenCopy(Object(anyCollection[name].schema.parse(doc)));
}

/** The JSON text of a document that was made ready. */
export function readyText(doc: unknown): string | undefined {
  return typeof doc === 'object' && doc !== null ? ready.get(doc) : undefined;
}
