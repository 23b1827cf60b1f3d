import type { CollectionName, Doc } from '../collections.ts';
import { anyCollection } from './any-collection.ts';
import type { Change } from './change.ts';
import { frozenCopy } from './frozen.ts';

/** Documents that were checked ahead of their transaction, with what their line will say of them, in UTF-8. */
const ready = new WeakMap<object, Buffer>();

/**
 * Checks a document by its schema ahead of the transaction that will put it, and returns the frozen copy that is put: with tens of thousands
 * of documents, whoever waits for the transaction does not wait for that too. Throws a ZodError when it does not fit.
 */
export function readyDoc<N extends CollectionName>(name: N, doc: Doc<N>): Doc<N> {
  const copy = frozenDoc(name, doc);
  ready.set(Object(copy), operationOf({ name, id: anyCollection[name].id(copy), doc: copy }));
  // The cast of the port: what the schema has let through is of its type.
  return copy as Doc<N>;
}

/** A checked and frozen copy of a document; one that is ready is that already. */
export function frozenDoc(name: CollectionName, doc: unknown): unknown {
  return ready.has(Object(doc)) ? doc : frozenCopy(Object(anyCollection[name].schema.parse(doc)));
}

/** What a line says of a change, in UTF-8; made already where its document was made ready. */
export function operationOf({ name, id, doc }: Change): Buffer {
  return ready.get(Object(doc)) ?? Buffer.from(JSON.stringify([name, id, doc]));
}

/** Lets go what was made ready: the documents stay in memory for as long as they are in the store, what their line says need not. */
export function letGo(changes: readonly Change[]): void {
  for (const { doc } of changes) ready.delete(Object(doc));
}
