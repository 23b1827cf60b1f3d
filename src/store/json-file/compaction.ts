import type { Low } from 'lowdb';
import type { Journal } from '../journal/journal.ts';
import { archiveSegments } from '../journal/segments.ts';
import { collectionNames } from '../memory/any-collection.ts';
import type { Overlay } from '../memory/overlay.ts';
import type { Tables } from '../memory/tables.ts';
import type { Folder } from './recover.ts';
import type { SnapshotFile } from './snapshot-file.ts';
import type { Snapshot } from './snapshot-format.ts';

/** What a compaction works on. */
export interface CompactionParts {
  readonly folder: Folder;
  readonly tables: Tables;
  readonly journal: Journal;
  readonly db: Low<Snapshot>;
  /** Where `db` writes to. */
  readonly file: SnapshotFile;
  /** Journal bytes after which it begins by itself. */
  readonly compactBytes: number;
}

/** Turns journal into snapshot, beside running writers. */
export interface Compaction {
  /** Begins one in the background when the journal has grown enough and none is running. */
  consider(): void;
  /** Waits for a running one, then takes in what is left, so that `db.json` is current. */
  finish(): Promise<void>;
}

/** Builds the compaction of a store. A failed one is logged and changes nothing: the segments stay and are replayed at a start. */
export function createCompaction(parts: CompactionParts): Compaction {
  const { journal, compactBytes, folder, file } = parts;
  let running = Promise.resolve();
  let busy = false;
  const begin = () => {
    busy = true;
    running = compact(parts)
      .catch((cause) => folder.log.error({ err: cause }, 'compaction failed; the journal keeps everything'))
      .finally(() => {
        busy = false;
      });
  };
  return {
    consider() {
      if (!busy && journal.bytes >= compactBytes) begin();
    },
    async finish() {
      file.hurry();
      await running;
      if (journal.bytes > 0 && !journal.failure()) begin();
      await running;
    },
  };
}

/**
 * The next segment is opened first; then the state as it was at that line is written, while newer lines go to the new segment. The view
 * is taken in the same turn of the loop as the change of segment, so the snapshot is exactly the state before the first line of `gen`.
 */
async function compact({ folder, tables, journal, db }: CompactionParts): Promise<void> {
  const { view, release } = tables.snapshot();
  const { mode, dir, disk } = folder;
  try {
    const { number: gen, end } = await journal.rotate();
    const { seq, head, at } = end;
    db.data = { mode, gen, seq, head, lastAt: at ?? null, collections: collectionsOf(view) };
    await db.write();
    await archiveSegments(disk, dir, gen);
  } finally {
    release();
  }
}

function* collectionsOf(view: Overlay): Generator<[string, Iterable<unknown>]> {
  for (const name of collectionNames) yield [name, docsOf(view, name)];
}

function* docsOf(view: Overlay, name: (typeof collectionNames)[number]): Generator<unknown> {
  for (const id of view.keys(name)) yield view.get(name, id);
}
