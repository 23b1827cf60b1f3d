import type { CollectionName } from '../collections.ts';
import type { Change } from './change.ts';
import type { Table } from './table.ts';

/** The committed state under an overlay. */
export interface Committed {
  of(name: CollectionName): Table;
  version(name: CollectionName): string;
  changedSince(name: CollectionName, version: string): string[] | undefined;
}

interface Layer {
  /** Of the collection when the first document was laid over it. */
  readonly base: string;
  /** The number of the newest change that was staged, 0: none was. */
  staged: number;
  /** Id → document, null: there is none. */
  readonly docs: Map<string, unknown>;
}

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
    if (layer?.docs.has(id)) return layer.docs.get(id) ?? undefined;
    return this.#tables.of(name).docs.get(id);
  }

  /** Documents ordered by id: all, or those whose index has a key. */
  list(name: CollectionName, by?: { index: string; key: string }): unknown[] {
    const table = this.#tables.of(name);
    const base = by ? table.bucket(by.index, by.key) : table.docs;
    const layer = this.#layers.get(name);
    if (!layer) return base.list();
    if (!by) return base.listWith(layer.docs);
    const inBucket = (doc: unknown) => doc !== null && table.keyOf(by.index, doc) === by.key;
    return base.listWith(new Map([...layer.docs].map(([id, doc]) => [id, inBucket(doc) ? doc : null])));
  }

  /** Ids in no particular order. */
  keys(name: CollectionName): string[] {
    const ids = this.#tables.of(name).docs.keys();
    const layer = this.#layers.get(name);
    if (!layer) return ids;
    const kept = ids.filter((id) => !layer.docs.has(id));
    for (const [id, doc] of layer.docs) if (doc !== null) kept.push(id);
    return kept;
  }

  version(name: CollectionName): string {
    const layer = this.#layers.get(name);
    if (!layer) return this.#tables.version(name);
    return layer.staged === 0 ? layer.base : `${layer.base}+${this.#number}.${layer.staged}`;
  }

  /** The documents put since a committed version; undefined when that is too long ago, or some were removed. */
  changedSince(name: CollectionName, version: string): unknown[] | undefined {
    const committed = this.#tables.changedSince(name, version);
    // Asked of a state that came after what is seen here: what lies between is not undone.
    const seen = this.#tables.changedSince(name, this.version(name).replace(/\+.*$/, ''));
    if (!committed || !seen || seen.length > committed.length) return undefined;
    const ids = new Set([...committed, ...(this.#layers.get(name)?.docs.keys() ?? [])]);
    const docs = [...ids].map((id) => this.get(name, id));
    return docs.includes(undefined) ? undefined : docs;
  }

  /** For a snapshot: remembers a document as it was, unless an earlier change has already done so. */
  keep(before: Change): void {
    const { docs } = this.#layer(before.name);
    if (!docs.has(before.id)) docs.set(before.id, before.doc);
  }

  /** For a transaction: lays a change over the state. */
  stage(change: Change): void {
    this.#staged += 1;
    const layer = this.#layer(change.name);
    layer.docs.set(change.id, change.doc);
    layer.staged = this.#staged;
  }

  /** What was staged, without removals of what never was there. */
  changes(): Change[] {
    const found: Change[] = [];
    for (const [name, layer] of this.#layers) {
      const { docs } = this.#tables.of(name);
      for (const [id, doc] of layer.docs) {
        if (doc !== null || docs.get(id) !== undefined) found.push({ name, id, doc });
      }
    }
    return found;
  }

  #layer(name: CollectionName): Layer {
    const known = this.#layers.get(name);
    if (known) return known;
    const layer: Layer = { base: this.#tables.version(name), staged: 0, docs: new Map() };
    this.#layers.set(name, layer);
    return layer;
  }
}
