import { errors, StrongError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { Instant } from '../../shared/time.ts';
import type { CollectionName } from '../collections.ts';
import type { DocumentStore, WriteMeta, WriteTx } from '../document-store.ts';
import type { BatchFile } from '../journal/batch-file.ts';
import type { Wrote } from '../journal/wrote.ts';
import type { Trail } from '../trail.ts';
import { type Layers, layersOf, type Written } from './layers.ts';
import { createMutex } from './mutex.ts';
import { Overlay } from './overlay.ts';
import { ReadyBatch, readyTable } from './ready-batch.ts';
import type { SortedDocs } from './sorted-docs.ts';
import type { Tables } from './tables.ts';
import { ReadTransaction, WriteTransaction } from './transaction.ts';

/** Where committed transactions are made to last; the difference between the adapters that hold everything in memory. */
export interface Durability {
  /** Makes documents last ahead of the line that will name them; undefined: they are few enough to stand in the line itself. */
  keep(name: CollectionName, docs: SortedDocs): Promise<BatchFile | undefined>;
  /** Takes the line of a transaction at once, in the order of calls; resolves when it lasts. Throws or rejects when it cannot. */
  append(meta: WriteMeta, wrote: Wrote): Promise<void>;
  /** Resolves when all that was appended lasts. */
  settled(): Promise<void>;
  readonly trail: Trail;
  /** Lines that do not last yet, and how long the last write took, with its sync, in ms. */
  lag(): { readonly waiting: number; readonly lastSyncMs: number };
  /** Why nothing can be appended any more. */
  failure(): { readonly cause: unknown; readonly reason: string } | undefined;
  close(): Promise<void>;
}

/** What a store over tables in memory is made of. */
export interface StoreParts {
  readonly tables: Tables;
  readonly durability: Durability;
  readonly log: Log;
  readonly lastAt: Instant | undefined;
}

const storeClosed = () => new StrongError('store_closed', '系统正在关闭，没有保存任何内容。请稍后再试。');

/**
 * The port over tables in memory. The lock is given to the next transaction as soon as the changes are in memory and their line is queued:
 * so one sync can carry many lines. `read` therefore sees changes that are not yet on disk; what it learns leaves the process only through
 * the outbox, whose line comes later in the same journal.
 */
export function createDocumentStore(parts: StoreParts): DocumentStore {
  const mutex = createMutex();
  const commit = createCommit(parts);
  let closing: Promise<void> | undefined;
  const assertOpen = () => {
    if (closing !== undefined) throw storeClosed();
  };

  async function write<T>(meta: WriteMeta, run: (tx: WriteTx) => Promise<T>): Promise<T> {
    assertOpen();
    const done = await mutex.run(async () => {
      assertWritable(parts.durability);
      const tx = new WriteTransaction(new Overlay(parts.tables));
      try {
        const result = await run(tx);
        const { callbacks, why, ...written } = tx.outcome();
        const layers = await layersOf(written);
        if (layers.laid.size > 0) await parts.tables.settled(layers.laid.keys());
        return { result, callbacks, lasts: commit.run({ ...meta, ...why }, written, layers) };
      } catch (refusal) {
        return { refusal, lasts: commit.nothing() };
      } finally {
        tx.end();
      }
    });
    await done.lasts;
    if ('refusal' in done) throw done.refusal;
    for (const callback of done.callbacks) runSafely(callback, parts.log);
    return done.result;
  }

  return {
    async read(run) {
      assertOpen();
      const { view, release } = parts.tables.snapshot();
      const tx = new ReadTransaction(view);
      try {
        return await run(tx);
      } finally {
        tx.end();
        release();
      }
    },
    async prepare(name, docs) {
      assertOpen();
      const table = await readyTable(name, docs);
      // Closed meanwhile: the folder may be another program's by now.
      assertOpen();
      return new ReadyBatch(name, { table, file: await parts.durability.keep(name, table.docs) });
    },
    write,
    health: () => healthOf(parts.durability),
    trail: parts.durability.trail,
    figures: () => ({ documents: parts.tables.sizes(), ...parts.durability.lag() }),
    lastAt: commit.lastAt,
    close() {
      closing ??= mutex.run(() => parts.durability.close());
      return closing;
    },
  };
}

function createCommit({ tables, durability, lastAt }: StoreParts) {
  let newest = lastAt;
  const undos: (() => void)[] = [];
  // Nothing that failed to last stays visible: later transactions were built on it and fail with it, so all are undone, newest first.
  const undoAll = (cause: unknown) => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) undo();
    throw errors.storeReadOnly(cause);
  };
  /** Without changes there is no line, yet what it has seen must last before it answers, or refuses: “已经处理过了” must stay true. */
  const nothing = (): Promise<void> => {
    assertWritable(durability);
    return durability.settled().catch(undoAll);
  };
  return {
    lastAt: () => newest,
    nothing,
    run(meta: WriteMeta, { changes, batches }: Written, { laid, rest }: Layers): Promise<void> {
      if (changes.length + batches.length === 0) return nothing();
      assertWritable(durability);
      const appended = durability.append(meta, { changes, files: batches.map(({ file }) => file) });
      const undoLaid = laid.size > 0 ? tables.lay(laid) : undefined;
      const before = tables.apply(rest);
      undos.push(() => {
        tables.apply(before);
        undoLaid?.();
      });
      return appended.then(() => {
        undos.shift();
        newest = meta.at;
      }, undoAll);
    },
  };
}

function assertWritable(durability: Durability): void {
  const failure = durability.failure();
  if (failure) throw errors.storeReadOnly(failure.cause);
}

function healthOf(durability: Durability): { ok: boolean; reason?: string } {
  const failure = durability.failure();
  return failure ? { ok: false, reason: failure.reason } : { ok: true };
}

function runSafely(callback: () => void, log: Log): void {
  try {
    callback();
  } catch (cause) {
    // The transaction lasts already: its caller must not be told otherwise.
    log.error({ err: cause }, 'afterCommit failed');
  }
}
