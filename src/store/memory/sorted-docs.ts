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

/** So many late documents are put in their places one by one, each of which moves half of the others; more are merged. */
const mostOneByOne = 16;

/**
 * Documents by id. The order by id is made at the first asking and then kept, so that a listing does not cost a sort; new documents take
 * their places in it at the next asking, so that a write does not move half of a large collection that nobody lists.
 */
export class SortedDocs {
  readonly #docs = new Map<string, unknown>();
  #sorted: Sorted | undefined;
  /** Ids that are not in the order yet. */
  readonly #late = new Set<string>();

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
    if (this.#docs.size > size) this.#late.add(id);
    else if (!this.#late.has(id)) this.#sorted.docs[positionOf(this.#sorted.ids, id)] = doc;
  }

  delete(id: string): void {
    if (!this.#docs.delete(id) || !this.#sorted || this.#late.delete(id)) return;
    const at = positionOf(this.#sorted.ids, id);
    this.#sorted.ids.splice(at, 1);
    this.#sorted.docs.splice(at, 1);
  }

  /** Gives up the order; the next asking makes it anew. Before many changes at once, each of which would move half of it. */
  disorder(): void {
    this.#sorted = undefined;
    this.#late.clear();
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
    } else if (this.#late.size > 0) {
      this.#sorted = this.#withLate(this.#sorted);
      this.#late.clear();
    }
    return this.#sorted;
  }

  #withLate({ ids, docs }: Sorted): Sorted {
    if (this.#late.size > mostOneByOne) {
      const all = merged(ids, [...this.#late].sort());
      return { ids: all, docs: all.map((id) => this.#docs.get(id)) };
    }
    for (const id of this.#late) {
      const at = positionOf(ids, id);
      ids.splice(at, 0, id);
      docs.splice(at, 0, this.#docs.get(id));
    }
    return { ids, docs };
  }
}

/** Two sorted lists as one. */
function merged(ids: readonly string[], late: readonly string[]): string[] {
  const all: string[] = [];
  let from = 0;
  for (const id of late) {
    const at = positionOf(ids, id);
    for (; from < at; from += 1) all.push(ids[from] ?? '');
    all.push(id);
  }
  for (; from < ids.length; from += 1) all.push(ids[from] ?? '');
  return all;
}
