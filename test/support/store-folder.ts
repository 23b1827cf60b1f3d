import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silentLog } from '#src/shared/log.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { type JsonFileStoreOptions, openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';

export { journalLines } from './journal-lines.ts';

/** An empty folder that goes away with the test. */
export async function storeFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'store-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Opens the demonstration store of a folder; closed with the test unless it was before. */
export async function openStore(
  dir: string,
  options: Partial<JsonFileStoreOptions> = {},
): Promise<DocumentStore> {
  const store = await openJsonFileStore({ dir, mode: 'demo', log: silentLog, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** What the disk would show to a start after a kill at this moment: a copy without the lock. */
export async function copyAsKilled(dir: string): Promise<string> {
  const filter = (path: string) => !basename(path).startsWith('LOCK.');
  for (;;) {
    const copy = await storeFolder();
    try {
      await cp(dir, copy, { recursive: true, filter });
      return copy;
    } catch (error) {
      // A snapshot got its name while it was copied under the one before: no moment of the disk was seen, so another is taken.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}
