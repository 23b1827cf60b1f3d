import type { AnyCollection } from './any-collection.ts';
import { SortedDocs } from './sorted-docs.ts';

const nothing = new SortedDocs();

/** One collection in memory: its documents, its declared indexes and a counter of changes. */
export class Table {
  readonly docs = new SortedDocs();
  readonly #collection: AnyCollection;
  readonly #indexes = new Map<string, Map<string, SortedDocs>>();
  #changes = 0;

  constructor(collection: AnyCollection) {
    this.#collection = collection;
    for (const index of Object.keys(collection.indexes)) this.#indexes.set(index, new Map());
  }

  /** How often the collection has changed since this process loaded it. */
  get changes(): number {
    return this.#changes;
  }

  /** Puts a frozen document, or removes the one of this id when `doc` is null. */
  set(id: string, doc: unknown): void {
    this.#changes += 1;
    for (const [index, buckets] of this.#indexes) this.#reindex(buckets, index, { id, doc });
    if (doc === null) this.docs.delete(id);
    else this.docs.set(id, doc);
  }

  /** The documents whose index has this key; throws a RangeError for an index that is not declared. */
  bucket(index: string, key: string): SortedDocs {
    const buckets = this.#indexes.get(index);
    if (!buckets) throw new RangeError(`no such index: ${index}`);
    return buckets.get(key) ?? nothing;
  }

  /** The key of a document in an index, null when it is not in it. */
  keyOf(index: string, doc: unknown): string | null {
    return this.#collection.indexes[index]?.(doc) ?? null;
  }

  #reindex(buckets: Map<string, SortedDocs>, index: string, next: { id: string; doc: unknown }): void {
    const before = this.docs.get(next.id);
    const oldKey = before === undefined ? null : this.keyOf(index, before);
    const newKey = next.doc === null ? null : this.keyOf(index, next.doc);
    if (oldKey !== null && oldKey !== newKey) removeFrom(buckets, oldKey, next.id);
    if (newKey === null) return;
    const bucket = buckets.get(newKey) ?? new SortedDocs();
    bucket.set(next.id, next.doc);
    buckets.set(newKey, bucket);
  }
}

function removeFrom(buckets: Map<string, SortedDocs>, key: string, id: string): void {
  const bucket = buckets.get(key);
  bucket?.delete(id);
  if (bucket?.size === 0) buckets.delete(key);
}
