import type { CollectionName, Doc } from '../collections.ts';
import type { ReadTx, WriteTx } from '../document-store.ts';
import { anyCollection } from './any-collection.ts';
import type { Change } from './change.ts';
import { frozenCopy } from './frozen.ts';
import type { Overlay } from './overlay.ts';

/** A transaction that can be ended: a handler that keeps it and uses it later is told so instead of reading a moved-on state. */
export interface Ended<Tx> {
  readonly tx: Tx;
  end(): void;
}

/** The reading half, over an overlay. */
export function readTransaction(overlay: Overlay): Ended<ReadTx> & { view(): Overlay } {
  let open = true;
  const view = () => {
    if (!open) throw new Error('the transaction is over: read and put only inside its function');
    return overlay;
  };
  // The casts are the one place where typeless storage meets the typed port: only documents checked by the same schema are in it.
  const tx: ReadTx = {
    async get<N extends CollectionName>(name: N, id: string) {
      return view().get(name, id) as Doc<N> | undefined;
    },
    async find<N extends CollectionName>(name: N, by: { index: string; key: string }) {
      return view().list(name, by) as Doc<N>[];
    },
    async all<N extends CollectionName>(name: N) {
      return view().list(name) as Doc<N>[];
    },
    version: async (name) => view().version(name),
  };
  const end = () => {
    open = false;
  };
  return { tx, view, end };
}

/** A whole transaction, with what it has staged and asked to run after its commit. */
export interface WriteTransaction extends Ended<WriteTx> {
  changes(): Change[];
  readonly callbacks: readonly (() => void)[];
}

/** The writing transaction over an overlay; checks every document by its schema as it is put. */
export function writeTransaction(overlay: Overlay): WriteTransaction {
  const reading = readTransaction(overlay);
  const callbacks: (() => void)[] = [];
  const tx: WriteTx = {
    ...reading.tx,
    async put(name, doc) {
      const view = reading.view();
      const collection = anyCollection[name];
      const copy = frozenCopy(Object(collection.schema.parse(doc)));
      view.stage({ name, id: collection.id(copy), doc: copy });
    },
    async delete(name, id) {
      const view = reading.view();
      if (view.get(name, id) !== undefined) view.stage({ name, id, doc: null });
    },
    afterCommit(run) {
      reading.view();
      callbacks.push(run);
    },
  };
  return { tx, end: reading.end, changes: () => overlay.changes(), callbacks };
}
