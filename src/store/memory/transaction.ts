import type { CollectionName, Doc, IndexName } from '../collections.ts';
import type { Batch, ReadTx, WriteTx } from '../document-store.ts';
import { anyCollection } from './any-collection.ts';
import type { KeptBatch } from './layers.ts';
import type { Overlay } from './overlay.ts';
import { frozenDoc, ReadyBatch } from './ready-batch.ts';

/**
 * Reading, over an overlay. A handler that keeps it and uses it after its end is told so, instead of reading a state that has moved on.
 * The casts are the one place where typeless storage meets the typed port: only documents checked by the same schema are in it.
 */
export class ReadTransaction implements ReadTx {
  readonly #overlay: Overlay;
  #open = true;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
  }

  async get<N extends CollectionName>(name: N, id: string): Promise<Doc<N> | undefined> {
    return this.view().get(name, id) as Doc<N> | undefined;
  }

  async find<N extends CollectionName>(name: N, by: { index: IndexName<N>; key: string }): Promise<Doc<N>[]> {
    return this.view().list(name, by) as Doc<N>[];
  }

  async all<N extends CollectionName>(name: N): Promise<Doc<N>[]> {
    return this.view().list(name) as Doc<N>[];
  }

  async version(name: CollectionName): Promise<string> {
    return this.view().version(name);
  }

  async changedSince<N extends CollectionName>(name: N, version: string): Promise<Doc<N>[] | undefined> {
    return this.view().changedSince(name, version) as Doc<N>[] | undefined;
  }

  end(): void {
    this.#open = false;
  }

  protected view(): Overlay {
    if (!this.#open) throw new Error('the transaction is over: read and put only inside its function');
    return this.#overlay;
  }
}

/** Reading and writing over an overlay; checks every document by its schema as it is put. */
export class WriteTransaction extends ReadTransaction implements WriteTx {
  readonly #callbacks: (() => void)[] = [];
  readonly #batches: KeptBatch[] = [];
  #why: string | undefined;

  async put<N extends CollectionName>(name: N, doc: Doc<N>): Promise<void> {
    const view = this.view();
    const copy = frozenDoc(name, doc);
    view.stage({ name, id: anyCollection[name].id(copy), doc: copy });
  }

  async putBatch(batch: Batch): Promise<void> {
    if (!(batch instanceof ReadyBatch)) throw new TypeError('not a batch of this store');
    const { name, table, file } = batch;
    const view = this.view();
    // Of whatever size: what a small one allowed would be refused once it is large.
    view.assertFirst(name);
    if (file === undefined) {
      for (const [id, doc] of table.docs.entries()) view.stage({ name, id, doc });
      return;
    }
    view.stageBatch(name, table);
    this.#batches.push({ name, table, file });
  }

  async delete(name: CollectionName, id: string): Promise<void> {
    const view = this.view();
    if (view.get(name, id) !== undefined) view.stage({ name, id, doc: null });
  }

  because(why: string): void {
    this.view();
    this.#why = why;
  }

  afterCommit(run: () => void): void {
    this.view();
    this.#callbacks.push(run);
  }

  /** What is to be committed, and what is to run once that lasts. */
  outcome() {
    const why = this.#why === undefined ? {} : { why: this.#why };
    return { batches: this.#batches, changes: this.view().changes(), callbacks: this.#callbacks, why };
  }
}
