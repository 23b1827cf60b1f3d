import type { DocumentStore, WriteMeta, WriteTx } from '../../store/document-store.ts';

/** Makes a change last; resolves with what it returned once the journal line is on disk. */
export type Record = <T>(change: (tx: WriteTx) => Promise<T>) => Promise<T>;

/** A change that waits, with its result until that lasts. */
interface Pending {
  readonly change: (tx: WriteTx) => Promise<unknown>;
  result: unknown;
  resolve(result: unknown): void;
  reject(cause: unknown): void;
}

/** One journal line stays readable. */
const changesPerLine = 100;

/**
 * Groups changes: those that come while a transaction is being written share the next one. When it fails each
 * is tried alone, so a change must not mind being run again.
 */
export function createRecorder(store: DocumentStore, meta: () => WriteMeta): Record {
  const waiting: Pending[] = [];
  let writing = false;
  const writeAll = async () => {
    writing = true;
    while (waiting.length > 0) await writeOne(store, meta(), waiting.splice(0, changesPerLine));
    writing = false;
  };
  return (change) =>
    new Promise((resolve, reject) => {
      waiting.push({ change, result: undefined, resolve, reject });
      if (!writing) void writeAll();
    });
}

async function writeOne(store: DocumentStore, meta: WriteMeta, group: readonly Pending[]): Promise<void> {
  try {
    await store.write(meta, async (tx) => {
      for (const one of group) one.result = await one.change(tx);
    });
    for (const one of group) one.resolve(one.result);
  } catch (cause) {
    // One change that cannot be written must not keep the others from being written.
    if (group.length > 1) for (const one of group) await writeOne(store, meta, [one]);
    else for (const one of group) one.reject(cause);
  }
}
