import { createHash } from 'node:crypto';
import type { FileStore } from '../file-store.ts';

/** Files in memory, for tests. */
export function createMemoryFiles(): FileStore {
  const kept = new Map<string, Buffer>();
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, Buffer.from(bytes));
      return hash;
    },
    get: async (hash) => kept.get(hash),
  };
}
