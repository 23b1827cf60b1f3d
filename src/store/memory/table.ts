import type { AnyCollection } from './any-collection.ts';
import { DocIndex } from './doc-index.ts';
import { SortedDocs } from './sorted-docs.ts';

/** So many changes are remembered by their ids. */
const mostRemembered = 64;

/** One collection in memory: its documents, its declared indexes, each made when first asked for, and a counter of changes. */
export class Table {
  readonly docs = new SortedDocs();
  readonly #collection: AnyCollection;
  readonly #indexes = new Map<string, DocIndex>();
  #changes = 0;
  /** The ids of the last changes, the newest at the end. */
  readonly #newest: string[] = [];

  constructor(collection: AnyCollection) {
    this.#collection = collection;
  }

  /** How often the collection has changed since this process loaded it. */
  get changes(): number {
    return this.#changes;
  }

  /** The ids put or removed after a count of changes; undefined when that is too long ago, or no such count. */
  changedSince(changes: number): string[] | undefined {
    const since = this.#changes - changes;
    if (!(since >= 0 && since <= this.#newest.length)) return undefined;
    return this.#newest.slice(this.#newest.length - since);
  }

  /** Puts a frozen document in place of `before` (null: there is none), or removes that when `doc` is null. */
  set(id: string, { before, doc }: { before: unknown; doc: unknown }): void {
    this.#changes += 1;
    this.#newest.push(id);
    if (this.#newest.length > mostRemembered) this.#newest.shift();
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
