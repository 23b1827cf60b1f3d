import type { AnyCollection } from './any-collection.ts';
import { DocIndex } from './doc-index.ts';
import { SortedDocs } from './sorted-docs.ts';

/** One collection in memory: its documents, its declared indexes, each made when first asked for, and a counter of changes. */
export class Table {
  readonly docs = new SortedDocs();
  readonly #collection: AnyCollection;
  readonly #indexes = new Map<string, DocIndex>();
  #changes = 0;

  constructor(collection: AnyCollection) {
    this.#collection = collection;
  }

  /** How often the collection has changed since this process loaded it. */
  get changes(): number {
    return this.#changes;
  }

  /** Puts a frozen document, or removes the one of this id when `doc` is null. */
  set(id: string, doc: unknown): void {
    this.#changes += 1;
    const before = this.#indexes.size === 0 ? null : (this.docs.get(id) ?? null);
    if (doc === null) this.docs.delete(id);
    else this.docs.set(id, doc);
    for (const index of this.#indexes.values()) index.follow(id, { before, doc });
  }

  /** Makes the indexes that nobody has asked for yet. */
  index(): void {
    for (const name of Object.keys(this.#collection.indexes)) {
      if (!this.#indexes.has(name)) this.#makeIndex(name);
    }
  }

  /** The documents whose index has this key; throws a RangeError for an index that is not declared. */
  bucket(index: string, key: string): SortedDocs {
    return (this.#indexes.get(index) ?? this.#makeIndex(index)).bucket(key);
  }

  /** The key of a document in an index, null when it is not in it. */
  keyOf(index: string, doc: unknown): string | null {
    return this.#collection.indexes[index]?.(doc) ?? null;
  }

  #makeIndex(name: string): DocIndex {
    if (!Object.hasOwn(this.#collection.indexes, name)) throw new RangeError(`no such index: ${name}`);
    const index = new DocIndex(this.docs, (doc) => this.keyOf(name, doc));
    this.#indexes.set(name, index);
    return index;
  }
}
