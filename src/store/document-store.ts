import type { Instant } from '../shared/time.ts';
import type { CollectionName, Doc, IndexName } from './collections.ts';
import type { Trail } from './trail.ts';

/** What a store is marked as when it is created; it never opens as the other (design §5). */
export type StoreMode = 'demo' | 'production';

/** What the journal line of a transaction says beside the documents. */
export interface WriteMeta {
  /** `context.now` of the event. */
  readonly at: Instant;
  /** Actor id, or `system`. */
  readonly who: string;
  /** The command, action or job id, e.g. `report.confirm`. */
  readonly what: string;
  /** A reason given by a person, where the operation takes one. */
  readonly why?: string;
  /** Id of the event it answers. */
  readonly event?: string;
}

/** Documents of one collection that were made ready by the store ahead of the one transaction that puts them. */
export interface Batch<N extends CollectionName = CollectionName> {
  readonly name: N;
  readonly size: number;
}

/** A consistent view. Documents are frozen by contract: change a copy and `put` it. */
export interface ReadTx {
  get<N extends CollectionName>(name: N, id: string): Promise<Doc<N> | undefined>;
  /** Documents whose declared index has this key, ordered by id. */
  find<N extends CollectionName>(name: N, by: { index: IndexName<N>; key: string }): Promise<Doc<N>[]>;
  /** The whole collection, ordered by id. */
  all<N extends CollectionName>(name: N): Promise<Doc<N>[]>;
  /** Changes whenever a document of the collection may have changed (also by this transaction): the key of caches. */
  version(name: CollectionName): Promise<string>;
  /** The documents put since an earlier version, in no order, perhaps with some that are as they were or twice; undefined when that is too long ago, was no committed state, or some were removed. */
  changedSince<N extends CollectionName>(name: N, version: string): Promise<Doc<N>[] | undefined>;
}

/** A transaction: all of its changes are journalled together or not at all. It sees its own changes. */
export interface WriteTx extends ReadTx {
  /** Adds or replaces; throws a ZodError when the document does not fit its schema. */
  put<N extends CollectionName>(name: N, doc: Doc<N>): Promise<void>;
  /** Puts a batch; the first change of its collection in the transaction. Throws a StrongError at the commit when the store no longer keeps it. */
  putBatch(batch: Batch): Promise<void>;
  /** Removes if present. */
  delete(name: CollectionName, id: string): Promise<void>;
  /** Says why, in the line of the journal: a reason given by a person, or what was looked for. */
  because(why: string): void;
  /** Runs after the commit is durable (wake the outbox, say); never when the transaction is rolled back. */
  afterCommit(run: () => void): void;
}

/** How full the store is and how far its journal lags behind. */
export interface StoreFigures {
  readonly documents: Readonly<Record<CollectionName, number>>;
  /** Transactions whose line is not yet on disk. */
  readonly waiting: number;
  /** How long the last write to the journal took, with its sync, in ms; 0 before the first. */
  readonly lastSyncMs: number;
}

/** The port every adapter fulfils (design §5); `test/store/contract.ts` is its definition in tests. */
export interface DocumentStore {
  /** Committed state only. */
  read<T>(run: (tx: ReadTx) => Promise<T>): Promise<T>;
  /**
   * One transaction after another. Resolves when the journal line is on disk. When `run` throws, nothing is changed and its error is
   * rethrown. A transaction without changes writes no line. Throws `errors.storeReadOnly` once a journal write has failed.
   */
  write<T>(meta: WriteMeta, run: (tx: WriteTx) => Promise<T>): Promise<T>;
  /**
   * Checks, freezes and keeps documents ahead of the transaction that will put them, so that tens of thousands hold up nobody there. What no
   * transaction puts is forgotten. Throws a ZodError when one does not fit its schema.
   */
  prepare<N extends CollectionName>(name: N, docs: Iterable<Doc<N>>): Promise<Batch<N>>;
  /** `ok`, or why it is read-only. */
  health(): { readonly ok: boolean; readonly reason?: string };
  readonly trail: Trail;
  /** Cheap: asked at every scrape. */
  figures(): StoreFigures;
  /** Journal time of the newest transaction, undefined when there is none. */
  lastAt(): Instant | undefined;
  /** Flushes and releases; further calls throw. */
  close(): Promise<void>;
}
