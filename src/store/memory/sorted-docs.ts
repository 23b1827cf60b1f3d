interface Sorted {
  readonly ids: string[];
  readonly docs: unknown[];
}

/** First position in the sorted ids that is not before `id`. */
function positionOf(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Documents by id. The order by id is made at the first asking and then kept up to date, so that a write does not cost a sort. */
export class SortedDocs {
  readonly #docs = new Map<string, unknown>();
  #sorted: Sorted | undefined;

  get size(): number {
    return this.#docs.size;
  }

  get(id: string): unknown {
    return this.#docs.get(id);
  }

  set(id: string, doc: unknown): void {
    const { size } = this.#docs;
    this.#docs.set(id, doc);
    if (!this.#sorted) return;
    const known = this.#docs.size === size;
    const at = positionOf(this.#sorted.ids, id);
    this.#sorted.docs.splice(at, known ? 1 : 0, doc);
    if (!known) this.#sorted.ids.splice(at, 0, id);
  }

  delete(id: string): void {
    if (!this.#docs.delete(id) || !this.#sorted) return;
    const at = positionOf(this.#sorted.ids, id);
    this.#sorted.ids.splice(at, 1);
    this.#sorted.docs.splice(at, 1);
  }

  /** Gives up the order; the next asking makes it anew. Before many changes at once, each of which would move half of it. */
  disorder(): void {
    this.#sorted = undefined;
  }

  /** Ids in no particular order: cheap, for the snapshot. */
  keys(): string[] {
    return [...this.#docs.keys()];
  }

  /** The documents in the same order. */
  values(): unknown[] {
    return [...this.#docs.values()];
  }

  /** The same with their ids. */
  entries(): IterableIterator<[string, unknown]> {
    return this.#docs.entries();
  }

  /** Documents ordered by id, in an array of the caller's own. */
  list(): unknown[] {
    return this.#order().docs.slice();
  }

  /** The same with some documents laid over it (null: there is none), without sorting all anew. */
  listWith(changes: ReadonlyMap<string, unknown>): unknown[] {
    const { ids, docs } = this.#order();
    const list: unknown[] = [];
    let from = 0;
    for (const id of [...changes.keys()].sort()) {
      const at = positionOf(ids, id);
      for (; from < at; from += 1) list.push(docs[from]);
      if (ids[at] === id) from += 1;
      const doc = changes.get(id);
      if (doc !== null) list.push(doc);
    }
    for (; from < docs.length; from += 1) list.push(docs[from]);
    return list;
  }

  #order(): Sorted {
    if (!this.#sorted) {
      const ids = this.keys().sort();
      this.#sorted = { ids, docs: ids.map((id) => this.#docs.get(id)) };
    }
    return this.#sorted;
  }
}
