import { randomBytes } from 'node:crypto';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { CollectionName } from '../collections.ts';
import type { Change } from '../journal/change.ts';
import { anyCollection, collectionNames } from './any-collection.ts';
import { type Committed, Overlay } from './overlay.ts';
import { type Step, Table } from './table.ts';

/** Documents taken in at once, and the pause behind them in ms: half of the time is left to whoever is answered meanwhile. */
const atOnce = 200;
const pauseMs = 1;
/** Documents between two turns of the loop where somebody waits for the last of them. */
const atOnceInHaste = 1000;

/** The committed state of all collections, and the snapshots that are being read while it moves on. */
export class Tables implements Committed {
  readonly #tables = new Map(collectionNames.map((name) => [name, new Table(anyCollection[name])]));
  readonly #snapshots = new Set<Overlay>();
  // Two stores in one process must never share a version: caches are keyed by it.
  readonly #instance = randomBytes(4).toString('hex');

  of(name: CollectionName): Table {
    const table = this.#tables.get(name);
    if (!table) throw new RangeError(`no such collection: ${name}`);
    return table;
  }

  /** Makes every index now, so that nobody waits for one while the product serves. */
  index(): void {
    for (const table of this.#tables.values()) table.index();
  }

  /** How many documents each collection holds, without those that are still being taken in. */
  sizes(): Record<CollectionName, number> {
    const sizes = [...this.#tables].map(([name, table]) => [name, table.docs.size]);
    return Object.fromEntries(sizes);
  }

  version(name: CollectionName): string {
    return `${this.#instance}.${this.of(name).changes}`;
  }

  /** What was put or removed since a version; undefined when it is none of this collection here, or too long ago. */
  changedSince(name: CollectionName, version: string): Step | undefined {
    const [instance, changes] = version.split('.');
    return instance === this.#instance ? this.of(name).changedSince(Number(changes)) : undefined;
  }

  /** Makes the changes at once and returns those that would undo them. Open snapshots keep what they saw. */
  apply(changes: readonly Change[]): Change[] {
    for (const { name, id } of changes) this.of(name).takeIn(id);
    const before = changes.map(({ name, id }) => ({ name, id, doc: this.of(name).docs.get(id) ?? null }));
    for (const snapshot of this.#snapshots) {
      for (const change of before) snapshot.keep(change);
    }
    for (const [index, { name, id, doc }] of changes.entries())
      this.of(name).set(id, { before: before[index]?.doc, doc });
    return before;
  }

  /**
   * Lays tables over collections: what they say is seen at once, and taken in with turns for everything else in between. Returns what undoes
   * it. Call `settled` before.
   */
  lay(laid: ReadonlyMap<CollectionName, Table>): () => void {
    const before: Change[] = [];
    const names = [...laid.keys()];
    for (const [name, table] of laid) {
      const older = [...this.#snapshots];
      for (const snapshot of older) snapshot.stayBefore(name);
      this.of(name).lay(table, (id, doc) => {
        const change = { name, id, doc };
        before.push(change);
        for (const snapshot of older) if (this.#snapshots.has(snapshot)) snapshot.keep(change);
      });
    }
    void this.#takeIn(names);
    return () => {
      for (const name of names) this.of(name).whole();
      this.apply(before.splice(0));
    };
  }

  /** Takes in what is still laid over any of the collections, for whoever wants to lay over them next. */
  async settled(names: Iterable<CollectionName>): Promise<void> {
    for (const name of names) while (!this.of(name).takeSome(atOnceInHaste)) await turn();
  }

  /** A view of the state as it is now that later changes do not touch, until it is released. */
  snapshot(): { readonly view: Overlay; release(): void } {
    const view = new Overlay(this);
    this.#snapshots.add(view);
    return { view, release: () => this.#snapshots.delete(view) };
  }

  async #takeIn(names: readonly CollectionName[]): Promise<void> {
    for (const name of names) {
      do await wait(pauseMs);
      while (!this.of(name).takeSome(atOnce));
    }
  }
}
