import { mkdir } from 'node:fs/promises';
import { Low } from 'lowdb';
import type { Log } from '../../shared/log.ts';
import type { DocumentStore, StoreMode } from '../document-store.ts';
import { type Disk, machineDisk } from '../journal/disk.ts';
import { Journal } from '../journal/journal.ts';
import { readTrail } from '../journal/read-trail.ts';
import { createDocumentStore, type Durability } from '../memory/create-document-store.ts';
import { storeErrors } from '../store-errors.ts';
import { BatchFiles } from './batch-files.ts';
import { type Compaction, createCompaction } from './compaction.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate, withVersion } from './migrate.ts';
import { emptySnapshot, type Folder, recover } from './recover.ts';
import { SnapshotFile } from './snapshot-file.ts';
import type { Snapshot } from './snapshot-format.ts';

const defaultCompactBytes = 32 * 1024 * 1024;
const defaultBatchFrom = 500;

/** Where and how to open a store of JSON files. */
export interface JsonFileStoreOptions {
  /** Created when it is missing. */
  readonly dir: string;
  readonly mode: StoreMode;
  readonly log: Log;
  /** Journal bytes after which a snapshot is made; 32 MB. */
  readonly compactBytes?: number;
  /** Prepared documents from which on they get a file of their own; 500. */
  readonly batchFrom?: number;
  /** The disk; a test gives one that fails. */
  readonly disk?: Disk;
}

/**
 * Opens the embedded store: everything in memory, an append-only journal, `db.json`. Throws one of `storeErrors` when the folder is of the
 * other mode, in use, damaged, or written by a newer version.
 */
export async function openJsonFileStore(options: JsonFileStoreOptions): Promise<DocumentStore> {
  const { dir, mode, log, disk = machineDisk } = options;
  const { compactBytes = defaultCompactBytes, batchFrom = defaultBatchFrom } = options;
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const lock = await lockFolder(dir, log);
    try {
      return await openLocked({ dir, mode, log, disk }, { compactBytes, batchFrom }, lock.release);
    } catch (cause) {
      await lock.release();
      throw cause;
    }
  } catch (cause) {
    throw isDiskFault(cause) ? storeErrors.disk(dir, cause) : cause;
  }
}

/** What the operator, not the developer, can mend. */
function isDiskFault(cause: unknown): cause is NodeJS.ErrnoException {
  if (!(cause instanceof Error) || !('code' in cause)) return false;
  return ['EROFS', 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EIO'].includes(String(cause.code));
}

async function openLocked(
  folder: Folder,
  { compactBytes, batchFrom }: { compactBytes: number; batchFrom: number },
  release: () => Promise<void>,
): Promise<DocumentStore> {
  const { dir, mode, disk, log } = folder;
  const file = new SnapshotFile(dir, disk);
  const db = new Low<Snapshot>(file, emptySnapshot(mode));
  const { tables, start } = await recover(folder, db);
  // Loaded into the tables; kept here as well it would double the memory.
  db.data = emptySnapshot(mode);
  const journal = await Journal.open(start, { disk, log });
  await migrate(folder, tables, journal);
  tables.index();
  const compaction = createCompaction({ folder, tables, journal, db, file, compactBytes });
  const trail = readTrail(dir, () => journal.lasting);
  const batches = new BatchFiles({ dir, disk, fewest: batchFrom });
  const durability = { ...journalled({ journal, compaction, batches }, release), trail };
  return createDocumentStore({ tables, durability, log, lastAt: journal.lasting.at });
}

function journalled(
  { journal, compaction, batches }: { journal: Journal; compaction: Compaction; batches: BatchFiles },
  release: () => Promise<void>,
): Omit<Durability, 'trail'> {
  return {
    keep: (name, docs) => batches.keep(journal.number, { name, docs }),
    append(meta, { files, changes }) {
      batches.use(files);
      return journal
        .append(meta, { files, changes: withVersion(journal, changes) })
        .then(compaction.consider);
    },
    settled: () => journal.settled(),
    lag: () => journal.lag(),
    failure: () => journal.failure(),
    async close() {
      await journal.settled().catch(() => undefined);
      await compaction.finish();
      await journal.close();
      await batches.close();
      await release();
    },
  };
}
