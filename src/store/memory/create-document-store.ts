import { errors, StrongError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { Instant } from '../../shared/time.ts';
import type { DocumentStore, WriteMeta, WriteTx } from '../document-store.ts';
import type { Trail } from '../trail.ts';
import type { Change } from './change.ts';
import { createMutex } from './mutex.ts';
import { Overlay } from './overlay.ts';
import { inOneGo, type Tables } from './tables.ts';
import { ReadTransaction, WriteTransaction } from './transaction.ts';

/** Where committed transactions are made to last; the difference between the adapters that hold everything in memory. */
export interface Durability {
  /** Takes the line of a transaction at once, in the order of calls; resolves when it lasts. Throws or rejects when it cannot. */
  append(meta: WriteMeta, changes: readonly Change[]): Promise<void>;
  /** Resolves when all that was appended lasts. */
  settled(): Promise<void>;
  readonly trail: Trail;
  /** Lines that do not last yet, and how long the last sync took, in ms. */
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
        const { changes, callbacks, why } = tx.outcome();
        const isLarge = changes.length > inOneGo;
        if (isLarge) await commit.applyInSlices(changes);
        return { result, callbacks, lasts: commit.run({ ...meta, ...why }, changes, isLarge) };
      } catch (refusal) {
        return { refusal, lasts: commit.run(meta, []) };
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
  const undos: Change[][] = [];
  // Nothing that failed to last stays visible: later transactions were built on it and fail with it, so all are undone, newest first.
  const undoAll = (cause: unknown) => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) tables.apply(undo.splice(0));
    throw errors.storeReadOnly(cause);
  };
  return {
    lastAt: () => newest,
    /** Makes many changes before their line is queued; throws, with none of them left, when nothing can be written any more. */
    async applyInSlices(changes: readonly Change[]): Promise<void> {
      const undo: Change[] = [];
      undos.push(undo);
      await tables.applyInSlices(changes, undo, () => assertWritable(durability));
    },
    run(meta: WriteMeta, changes: readonly Change[], isApplied = false): Promise<void> {
      assertWritable(durability);
      // Without changes there is no line, yet what it has seen must last before it answers, or refuses: “已经处理过了” must stay true.
      if (changes.length === 0) return durability.settled().catch(undoAll);
      const appended = durability.append(meta, changes);
      if (!isApplied) undos.push(tables.apply(changes));
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
