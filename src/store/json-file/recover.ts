import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Low } from 'lowdb';
import type { Log } from '../../shared/log.ts';
import type { StoreMode } from '../document-store.ts';
import type { BatchFile } from '../journal/batch-file.ts';
import type { Disk } from '../journal/disk.ts';
import type { JournalStart } from '../journal/journal.ts';
import { type ChainEnd, emptyChain, type Line } from '../journal/line.ts';
import { readSegment } from '../journal/read-segment.ts';
import { archiveSegments, listSegments, segmentName } from '../journal/segments.ts';
import { anyCollection, isCollectionName } from '../memory/any-collection.ts';
import { deepFreeze } from '../memory/frozen.ts';
import { Tables } from '../memory/tables.ts';
import { assertKnownVersion } from '../migrations/version.ts';
import { storeErrors } from '../store-errors.ts';
import { removeUnnamed } from './batch-files.ts';
import type { Snapshot } from './snapshot-format.ts';

/** What a start needs to know of the folder. */
export interface Folder {
  readonly dir: string;
  readonly mode: StoreMode;
  readonly disk: Disk;
  readonly log: Log;
}

/** The state a folder holds, and where its journal goes on. */
export interface Recovered {
  readonly tables: Tables;
  readonly start: JournalStart;
}

/** A store without a line; `lowdb` holds it until something is read. */
export function emptySnapshot(mode: StoreMode): Snapshot {
  return { mode, gen: 1, seq: 0, head: emptyChain.head, lastAt: null, collections: [] };
}

/** Start = snapshot + newer segments, in order. Changes nothing on disk before all of it was found whole. */
export async function recover(folder: Folder, db: Low<Snapshot>): Promise<Recovered> {
  const { dir, mode } = folder;
  await readSnapshot(folder, db);
  if (db.data.mode !== mode) throw storeErrors.otherMode(dir, db.data.mode, mode);
  const { gen } = db.data;
  const tables = new Tables();
  for (const [name, docs] of db.data.collections) load(tables, { dir, name, docs });
  const numbers = (await listSegments(dir)).filter((number) => number >= gen);
  for (const [index, number] of numbers.entries()) {
    if (number !== gen + index) throw storeErrors.missingSegment(dir, segmentName(gen + index));
  }
  // A new folder may have got its snapshot but not yet its first segment; later ones always come before their snapshot.
  if (numbers.length === 0 && gen > 1) throw storeErrors.missingSegment(dir, segmentName(gen));
  const named = new Set<string>();
  const start = await replay(folder, db.data, { tables, numbers, named });
  assertKnownVersion(tables, dir);
  await removeUnnamed(dir, gen, named);
  await archiveSegments(folder.disk, dir, gen);
  return { tables, start };
}

async function readSnapshot({ dir, mode }: Folder, db: Low<Snapshot>): Promise<void> {
  db.data = { ...emptySnapshot(mode), gen: 0 };
  await db.read();
  if (db.data.gen > 0) return;
  if ((await listSegments(dir)).length > 0) throw storeErrors.missingSnapshot(dir);
  db.data = emptySnapshot(mode);
  await db.write();
}

function load(tables: Tables, part: { dir: string; name: string; docs: Iterable<unknown> }): void {
  const { dir, name } = part;
  if (!isCollectionName(name)) throw storeErrors.unknownCollection(dir, name);
  const table = tables.of(name);
  const collection = anyCollection[name];
  for (const doc of part.docs) table.set(collection.id(doc), { before: null, doc: deepFreeze(doc) });
}

async function replay(
  folder: Folder,
  snapshot: Snapshot,
  { tables, numbers, named }: { tables: Tables; numbers: readonly number[]; named: Set<string> },
): Promise<JournalStart> {
  const { dir } = folder;
  let end: ChainEnd = { seq: snapshot.seq, head: snapshot.head, at: snapshot.lastAt ?? undefined };
  let bytes = 0;
  let length = 0;
  const each = (line: Line) => redo(tables, dir, line);
  const batch = (one: BatchFile) => {
    named.add(one.file);
    bytes += one.bytes;
  };
  for (const number of numbers) {
    const newest = number === numbers.at(-1);
    const path = join(dir, segmentName(number));
    const read = await readSegment(path, { dir, from: end, newest, each, batch });
    if (read.torn > 0) await cutTornLine(folder, path, read.length);
    ({ end, length } = read);
    bytes += length;
  }
  return { dir, number: numbers.at(-1) ?? snapshot.gen, length, bytes, end };
}

/** Not validated again: the checksum says that it is what was validated then. */
function redo(tables: Tables, dir: string, line: Line): void {
  for (const [name, id, doc] of line.ops) {
    if (!isCollectionName(name)) throw storeErrors.unknownCollection(dir, name);
    const table = tables.of(name);
    table.set(id, { before: table.docs.get(id) ?? null, doc: deepFreeze(doc) });
  }
}

async function cutTornLine({ disk, log }: Folder, path: string, length: number): Promise<void> {
  const { size } = await stat(path);
  await truncate(path, length);
  const file = await disk.open(path, 'a');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  log.warn(
    { path, offset: length, bytes: size - length },
    'cut off a torn last line, which was never acknowledged',
  );
}
