import { SortedDocs } from './sorted-docs.ts';

const nothing = new SortedDocs();

/** Documents by a key of theirs. Most keys belong to one document: its id alone is kept then, for a container each would double the memory. */
export class DocIndex {
  readonly #docs: SortedDocs;
  readonly #keyOf: (doc: unknown) => string | null;
  readonly #held = new Map<string, string | SortedDocs>();

  constructor(docs: SortedDocs, keyOf: (doc: unknown) => string | null) {
    this.#docs = docs;
    this.#keyOf = keyOf;
    // Not in order: an order that was made is kept up to date by every later write.
    for (const id of docs.keys()) this.#add(id, { key: keyOf(docs.get(id)), doc: docs.get(id) });
  }

  /** The documents with this key. */
  bucket(key: string): SortedDocs {
    const held = this.#held.get(key);
    return typeof held === 'string' ? this.#bucketOf(held) : (held ?? nothing);
  }

  /** Follows a document that the collection has just changed; null: there was none, or there is none any more. */
  follow(id: string, { before, doc }: { before: unknown; doc: unknown }): void {
    const oldKey = before === null ? null : this.#keyOf(before);
    const key = doc === null ? null : this.#keyOf(doc);
    if (oldKey !== null && oldKey !== key) this.#remove(id, oldKey);
    this.#add(id, { key, doc });
  }

  #add(id: string, { key, doc }: { key: string | null; doc: unknown }): void {
    if (key === null) return;
    const held = this.#held.get(key);
    if (held === undefined) this.#held.set(key, id);
    else if (typeof held !== 'string') held.set(id, doc);
    else if (held !== id) this.#held.set(key, this.#bucketOf(held, id));
  }

  #remove(id: string, key: string): void {
    const held = this.#held.get(key);
    if (typeof held === 'object') held.delete(id);
    if (typeof held === 'string' || held?.size === 0) this.#held.delete(key);
  }

  #bucketOf(...ids: string[]): SortedDocs {
    const bucket = new SortedDocs();
    for (const id of ids) bucket.set(id, this.#docs.get(id));
    return bucket;
  }
}
