import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { CollectionName } from '../collections.ts';
import { anyCollection, collectionNames } from './any-collection.ts';
import type { Change } from './change.ts';
import { type Committed, Overlay } from './overlay.ts';
import { Table } from './table.ts';

/** Of more changes at once a collection is sorted anew when it is next listed. */
const mostInOrder = 500;
/** So many changes are made without a turn of the loop for anything else: some milliseconds. */
export const inOneGo = 2000;

/** What a transaction has changed of its changes so far, and the versions before it. */
interface Unfinished {
  readonly before: readonly Change[];
  readonly versions: ReadonlyMap<CollectionName, string>;
}

/** The committed state of all collections, and the snapshots that are being read while it moves on. */
export class Tables implements Committed {
  readonly #tables = new Map(collectionNames.map((name) => [name, new Table(anyCollection[name])]));
  readonly #snapshots = new Set<Overlay>();
  #unfinished: Unfinished | undefined;
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

  /** How many documents each collection holds. */
  sizes(): Record<CollectionName, number> {
    const sizes = [...this.#tables].map(([name, table]) => [name, table.docs.size]);
    return Object.fromEntries(sizes);
  }

  version(name: CollectionName): string {
    return this.#unfinished?.versions.get(name) ?? `${this.#instance}.${this.of(name).changes}`;
  }

  /** The ids put or removed since a version; undefined when it is none of this collection here, or too long ago. */
  changedSince(name: CollectionName, version: string): string[] | undefined {
    const [instance, changes] = version.split('.');
    return instance === this.#instance ? this.of(name).changedSince(Number(changes)) : undefined;
  }

  /** Makes the changes at once and returns those that would undo them. Open snapshots keep what they saw. */
  apply(changes: readonly Change[]): Change[] {
    const before = changes.map(({ name, id }) => ({ name, id, doc: this.of(name).docs.get(id) ?? null }));
    for (const snapshot of this.#snapshots) {
      for (const change of before) snapshot.keep(change);
    }
    if (changes.length > mostInOrder)
      for (const name of new Set(changes.map((change) => change.name))) this.of(name).docs.disorder();
    for (const [index, { name, id, doc }] of changes.entries())
      this.of(name).set(id, { before: before[index]?.doc, doc });
    return before;
  }

  /**
   * The same with turns for everything else in between, for the one transaction that holds the lock: until it resolves, whoever looks sees
   * the state before it. `undo` receives what would undo it so far, and is emptied by whoever does that. `check` throws to stop it: nothing
   * of it is left then.
   */
  async applyInSlices(changes: readonly Change[], undo: Change[], check: () => void): Promise<void> {
    const versions = new Map(collectionNames.map((name) => [name, this.version(name)]));
    this.#unfinished = { before: undo, versions };
    try {
      for (let from = 0; from < changes.length; from += inOneGo) {
        for (const change of this.apply(changes.slice(from, from + inOneGo))) undo.push(change);
        await turn();
        check();
      }
    } catch (cause) {
      this.apply(undo.splice(0));
      throw cause;
    } finally {
      this.#unfinished = undefined;
    }
  }

  /** A view of the state as it is now that later changes do not touch, until it is released. */
  snapshot(): { readonly view: Overlay; release(): void } {
    const view = new Overlay(this);
    for (const change of this.#unfinished?.before ?? []) view.keep(change);
    this.#snapshots.add(view);
    return { view, release: () => this.#snapshots.delete(view) };
  }
}
