import { chmod, copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { batchesOf } from '../journal/batch-file.ts';
import { machineDisk, syncFolder } from '../journal/disk.ts';
import { archiveOf, locateSegments, segmentName } from '../journal/segments.ts';
import { storeErrors } from '../store-errors.ts';
import { parseSnapshot } from './snapshot-format.ts';

/** Makes a folder, or takes an empty one; throws `storeErrors.notEmpty`. */
export async function takeEmpty(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if ((await readdir(dir)).length > 0) throw storeErrors.notEmpty(dir);
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await machineDisk.open(path, 'ax');
  try {
    await file.append(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A segment may be moved to the archive between looking and reading. */
async function readMoved(dir: string, path: string): Promise<Buffer> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return readFile(join(archiveOf(dir), basename(path)));
    throw cause;
  });
}

/** Copies a folder beside the journal. Whole kept files stand under their hashes, half-written ones stay behind; a batch that no line names may go away meanwhile. */
async function copyBeside(from: string, to: string): Promise<void> {
  const names = (await readdir(from).catch(() => [])).filter((name) => !name.endsWith('.tmp'));
  if (names.length === 0) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) {
    const bytes = await readFile(join(from, name)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
    if (bytes) await writeSynced(join(to, name), bytes);
  }
  await syncFolder(machineDisk, to);
}

/**
 * Copies a store, in use or not, into an empty folder, synced. The copy is the state at one line of the journal: the snapshot is read
 * first, segments only grow and are never removed, and what is being written at the end of the newest is left out. Its `db.json` comes
 * last, so that half a copy does not open. Keys are not copied.
 */
export async function copyStore(from: string, to: string): Promise<void> {
  const snapshot = await readFile(join(from, 'db.json')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw storeErrors.noStore(from);
    throw cause;
  });
  const { gen } = parseSnapshot(snapshot, from);
  await mkdir(archiveOf(to), { recursive: true, mode: 0o700 });
  const places = await locateSegments(from);
  for (const { number, path } of places) {
    const bytes = await readMoved(from, path);
    const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
    const folder = number < gen ? archiveOf(to) : to;
    await writeSynced(join(folder, segmentName(number)), number === places.at(-1)?.number ? whole : bytes);
  }
  // After the journal: so every file that a copied line names is there.
  await copyBeside(join(from, 'files'), join(to, 'files'));
  await copyBeside(batchesOf(from), batchesOf(to));
  const calendars = (await readdir(from)).filter((name) => /^calendar-\d{4}\.json$/.test(name));
  for (const name of calendars) await writeSynced(join(to, name), await readFile(join(from, name)));
  await syncFolder(machineDisk, archiveOf(to));
  await writeSynced(join(to, 'db.json'), snapshot);
  await syncFolder(machineDisk, to);
}

/** Copies the keys of a vault into a folder; resolves with their number. */
export async function copyKeys(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const names = (await readdir(from)).filter((name) => name.endsWith('.key'));
  for (const name of names) {
    await copyFile(join(from, name), join(to, name));
    await chmod(join(to, name), 0o600);
  }
  await syncFolder(machineDisk, to);
  return names.length;
}
