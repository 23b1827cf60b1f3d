import type { AnyCollection } from './any-collection.ts';
import { DocIndex } from './doc-index.ts';
import { SortedDocs } from './sorted-docs.ts';

/** So many steps of change are remembered. */
const mostRemembered = 64;

/** Documents that were put at once, null where one was removed. */
export interface Step {
  readonly ids: readonly string[];
  readonly docs: readonly unknown[];
}

/** Documents that are laid over those of a table and seen at once, and still have to be taken in. */
interface Over {
  readonly table: Table;
  /** Their ids, of which the first `next` were looked at. */
  readonly ids: readonly string[];
  next: number;
  /** Called with what was there before each; null: nothing. */
  readonly taken: (id: string, before: unknown) => void;
}

/** One collection in memory: its documents, its declared indexes, each made when first asked for, and a counter of changes. */
export class Table {
  /** Without what is laid over them. */
  readonly docs = new SortedDocs();
  readonly #collection: AnyCollection;
  readonly #indexes = new Map<string, DocIndex>();
  #over: Over | undefined;
  #changes = 0;
  /** The last steps, the newest at the end. */
  readonly #newest: Step[] = [];

  constructor(collection: AnyCollection) {
    this.#collection = collection;
  }

  /** How often the collection has changed since this process loaded it. */
  get changes(): number {
    return this.#changes;
  }

  /** What was put or removed after a count of changes, as it is now; undefined when that is too long ago, or no such count. */
  changedSince(changes: number): Step | undefined {
    const since = this.#changes - changes;
    if (!(since >= 0 && since <= this.#newest.length)) return undefined;
    const steps = this.#newest.slice(this.#newest.length - since);
    const [step] = steps;
    return steps.length === 1 && step ? step : together(steps);
  }

  /** The document as it is seen; undefined: there is none. */
  get(id: string): unknown {
    const laid = this.#over?.table.docs.get(id);
    return laid === undefined ? this.docs.get(id) : (laid ?? undefined);
  }

  /** All that is seen, after what was laid over it is taken in. */
  whole(): SortedDocs {
    this.takeSome(Number.POSITIVE_INFINITY);
    return this.docs;
  }

  /** Puts a frozen document in place of `before` (null: there is none), or removes that when `doc` is null. */
  set(id: string, { before, doc }: { before: unknown; doc: unknown }): void {
    this.#note({ ids: [id], docs: [doc] });
    this.#place(id, { before, doc });
  }

  /** For a table that is to be laid over another: null says that there is no such document. */
  layOne(id: string, doc: unknown): void {
    const before = this.docs.get(id) ?? null;
    this.docs.set(id, doc);
    for (const index of this.#indexes.values()) index.follow(id, { before, doc });
  }

  /** Lays another table over this one. It is seen at once; `takeSome` takes it in. */
  lay(table: Table, taken: Over['taken']): void {
    const ids = table.docs.keys();
    this.#over = { table, ids, next: 0, taken };
    this.docs.disorder();
    this.#note({ ids, docs: table.docs.values() });
  }

  /** Takes in the next of what is laid over; says whether nothing is left. */
  takeSome(count: number): boolean {
    for (let some = 0; this.#over && some < count; some += 1) {
      const id = this.#over.ids[this.#over.next];
      this.#over.next += 1;
      if (id === undefined) this.#over = undefined;
      else this.takeIn(id);
    }
    return this.#over === undefined;
  }

  /** Takes in what is laid over one id. */
  takeIn(id: string): void {
    const doc = this.#over?.table.docs.get(id);
    if (!this.#over || doc === undefined) return;
    const before = this.docs.get(id) ?? null;
    this.#over.taken(id, before);
    this.#over.table.docs.delete(id);
    this.#place(id, { before, doc });
  }

  /** Makes the indexes that nobody has asked for yet. */
  index(): void {
    for (const name of Object.keys(this.#collection.indexes)) {
      if (!this.#indexes.has(name)) this.#makeIndex(name);
    }
  }

  /** The documents whose index has this key, after what is laid over them is taken in; throws a RangeError for an index that is not declared. */
  bucket(index: string, key: string): SortedDocs {
    const bucket = () => (this.#indexes.get(index) ?? this.#makeIndex(index)).bucket(key);
    if (this.#over) {
      for (const id of [...this.#over.table.bucket(index, key).keys(), ...bucket().keys()]) this.takeIn(id);
    }
    return bucket();
  }

  /** The key of a document in an index, null when it is not in it. */
  keyOf(index: string, doc: unknown): string | null {
    return this.#collection.indexes[index]?.(doc) ?? null;
  }

  #note(step: Step): void {
    this.#changes += 1;
    this.#newest.push(step);
    if (this.#newest.length > mostRemembered) this.#newest.shift();
  }

  #place(id: string, { before, doc }: { before: unknown; doc: unknown }): void {
    if (doc === null) this.docs.delete(id);
    else this.docs.set(id, doc);
    for (const index of this.#indexes.values()) index.follow(id, { before, doc });
  }

  #makeIndex(name: string): DocIndex {
    if (!Object.hasOwn(this.#collection.indexes, name)) throw new RangeError(`no such index: ${name}`);
    const index = new DocIndex(this.docs, (doc) => this.keyOf(name, doc));
    this.#indexes.set(name, index);
    return index;
  }
}

/** Of several for one id the last. */
function together(steps: readonly Step[]): Step {
  const docs = new Map(steps.flatMap((step) => step.ids.map((id, index) => [id, step.docs[index]] as const)));
  return { ids: [...docs.keys()], docs: [...docs.values()] };
}
