import type { CollectionName } from '../collections.ts';
import type { Change } from '../journal/change.ts';
import type { SortedDocs } from './sorted-docs.ts';
import type { Step, Table } from './table.ts';

/** The committed state under an overlay. */
export interface Committed {
  of(name: CollectionName): Table;
  version(name: CollectionName): string;
  changedSince(name: CollectionName, version: string): Step | undefined;
}

interface Layer {
  /** Of the collection when the first document was laid over it. */
  readonly base: string;
  /** The number of the newest change that was staged, 0: none was. */
  staged: number;
  /** Id → document, null: there is none. */
  readonly docs: Map<string, unknown>;
  /** A batch that the transaction puts, under its other changes. */
  batch: Table | undefined;
  /** The snapshot was taken before what is now laid over the collection. */
  isBefore: boolean;
}

const nothingChanged: Step = { ids: [], docs: [] };

let overlays = 0;

/**
 * The committed state with some documents laid over it. A transaction lays its changes over it; a snapshot lays over it what it has seen
 * before others changed it. Both then read in the same way.
 */
export class Overlay {
  readonly #tables: Committed;
  readonly #layers = new Map<CollectionName, Layer>();
  readonly #number = ++overlays;
  #staged = 0;

  constructor(tables: Committed) {
    this.#tables = tables;
  }

  get(name: CollectionName, id: string): unknown {
    const layer = this.#layers.get(name);
    const table = this.#tables.of(name);
    if (!layer) return table.get(id);
    const laid = layer.docs.get(id) ?? (layer.docs.has(id) ? null : layer.batch?.docs.get(id));
    if (laid !== undefined) return laid ?? undefined;
    return layer.isBefore ? table.docs.get(id) : table.get(id);
  }

  /** Documents ordered by id: all, or those whose index has a key. */
  list(name: CollectionName, by?: { index: string; key: string }): unknown[] {
    const table = this.#tables.of(name);
    const base = by ? table.bucket(by.index, by.key) : this.#docsOf(name);
    const layer = this.#layers.get(name);
    if (!layer) return base.list();
    const laid = laidOver(layer);
    if (!by) return base.listWith(laid);
    const inBucket = (doc: unknown) => doc !== null && table.keyOf(by.index, doc) === by.key;
    return base.listWith(new Map([...laid].map(([id, doc]) => [id, inBucket(doc) ? doc : null])));
  }

  /** Ids in no particular order. */
  keys(name: CollectionName): string[] {
    const ids = this.#docsOf(name).keys();
    const layer = this.#layers.get(name);
    if (!layer) return ids;
    const laid = laidOver(layer);
    const kept = ids.filter((id) => !laid.has(id));
    for (const [id, doc] of laid) if (doc !== null) kept.push(id);
    return kept;
  }

  version(name: CollectionName): string {
    const layer = this.#layers.get(name);
    if (!layer) return this.#tables.version(name);
    return layer.staged === 0 ? layer.base : `${layer.base}+${this.#number}.${layer.staged}`;
  }

  /** The documents put since a committed version, some perhaps twice; undefined when that is too long ago, or some were removed. */
  changedSince(name: CollectionName, version: string): unknown[] | undefined {
    const committed = this.#tables.changedSince(name, version);
    // Asked of a state that came after what is seen here: what lies between is not undone.
    const layer = this.#layers.get(name);
    const seen = layer ? this.#tables.changedSince(name, layer.base) : nothingChanged;
    if (!committed || !seen || seen.ids.length > committed.ids.length) return undefined;
    const docs = layer ? this.#docsAt(name, [...committed.ids, ...laidOver(layer).keys()]) : committed.docs;
    return docs.includes(undefined) || docs.includes(null) ? undefined : [...docs];
  }

  /** For a snapshot: remembers a document as it was, unless an earlier change has already done so. */
  keep(before: Change): void {
    const { docs } = this.#layer(before.name);
    if (!docs.has(before.id)) docs.set(before.id, before.doc);
  }

  /** For a snapshot: from now on something is laid over the collection that came after it. */
  stayBefore(name: CollectionName): void {
    this.#layer(name).isBefore = true;
  }

  /** For a transaction: throws a RangeError when it has changed the collection before: a batch stands first in its line. */
  assertFirst(name: CollectionName): void {
    if (this.#layer(name).staged > 0)
      throw new RangeError(`${name}: a batch comes before all other changes of its collection`);
  }

  /** For a transaction: lays a batch over the state, before all other changes of its collection. */
  stageBatch(name: CollectionName, batch: Table): void {
    const layer = this.#layer(name);
    this.#staged += 1;
    layer.batch = batch;
    layer.staged = this.#staged;
  }

  /** For a transaction: lays a change over the state. */
  stage(change: Change): void {
    this.#staged += 1;
    const layer = this.#layer(change.name);
    layer.docs.set(change.id, change.doc);
    layer.staged = this.#staged;
  }

  /** What was staged beside batches, without removals of what never was there. */
  changes(): Change[] {
    const found: Change[] = [];
    for (const [name, layer] of this.#layers) {
      const table = this.#tables.of(name);
      const isThere = (id: string) => (layer.batch?.docs.get(id) ?? table.get(id)) !== undefined;
      for (const [id, doc] of layer.docs) if (doc !== null || isThere(id)) found.push({ name, id, doc });
    }
    return found;
  }

  #layer(name: CollectionName): Layer {
    const known = this.#layers.get(name);
    if (known) return known;
    const base = this.#tables.version(name);
    const layer: Layer = { base, staged: 0, docs: new Map(), batch: undefined, isBefore: false };
    this.#layers.set(name, layer);
    return layer;
  }

  #docsAt(name: CollectionName, ids: readonly string[]): unknown[] {
    return ids.map((id) => this.get(name, id));
  }

  #docsOf(name: CollectionName): SortedDocs {
    const table = this.#tables.of(name);
    return this.#layers.get(name)?.isBefore ? table.docs : table.whole();
  }
}

/** All that a layer lays over its collection. */
function laidOver({ docs, batch }: Layer): ReadonlyMap<string, unknown> {
  return batch ? new Map([...batch.docs.entries(), ...docs]) : docs;
}
