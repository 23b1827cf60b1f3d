import { type Log, silentLog } from '../../shared/log.ts';
import type { DocumentStore, StoreMode } from '../document-store.ts';
import { createDocumentStore, type Durability } from './create-document-store.ts';
import { createMemoryTrail } from './memory-trail.ts';
import { Tables } from './tables.ts';

function nowhere(): Durability {
  const { trail, note } = createMemoryTrail();
  return {
    keep: async () => undefined,
    append: async (meta, { changes }) => note(meta, changes),
    trail,
    settled: async () => {},
    lag: () => ({ waiting: 0, lastSyncMs: 0 }),
    failure: () => undefined,
    close: async () => {},
  };
}

/** A store that forgets everything at its end, for quick tests: the semantics of the real one without a disk. */
export function createMemoryStore(options: {
  mode: StoreMode;
  log?: Log;
}): DocumentStore & { mode: StoreMode } {
  const log = options.log ?? silentLog;
  const store = createDocumentStore({ tables: new Tables(), durability: nowhere(), log, lastAt: undefined });
  return { ...store, mode: options.mode };
}
