import type { DocumentStore, WriteMeta, WriteTx } from '../../store/document-store.ts';

/** Makes a change last; resolves with what it returned once the journal line is on disk. */
export type Record = <T>(change: (tx: WriteTx) => Promise<T>) => Promise<T>;

interface Pending {
  readonly change: (tx: WriteTx) => Promise<void>;
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
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
      // The result is handed over only after the commit; until then it waits here.
      let hand = () => {};
      waiting.push({
        change: async (tx) => {
          const result = await change(tx);
          hand = () => resolve(result);
        },
        done: () => hand(),
        failed: reject,
      });
      if (!writing) void writeAll();
    });
}

async function writeOne(store: DocumentStore, meta: WriteMeta, group: readonly Pending[]): Promise<void> {
  try {
    await store.write(meta, async (tx) => {
      for (const { change } of group) await change(tx);
    });
    for (const { done } of group) done();
  } catch (cause) {
    // One change that cannot be written must not keep the others from being written.
    if (group.length > 1) for (const one of group) await writeOne(store, meta, [one]);
    else for (const { failed } of group) failed(cause);
  }
}
