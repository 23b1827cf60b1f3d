import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import { type Disk, type DiskFile, syncFolder } from '../journal/disk.ts';
import { parseSnapshot, type Snapshot, sealOf, snapshotText } from './snapshot-format.ts';

/** How long text is gathered before others get the loop: encoding, hashing and writing it take about half as long again, 4 ms in all. */
const gatherMs = 2.5;
/** Of the time while others wait to write they get so many parts more than the snapshot. */
const othersShare = 2;

/**
 * lowdb's adapter for `db.json`. lowdb's own file adapter would build the whole text at once (half a second at 60 MB) and syncs nothing: at
 * a power cut every write of the last seconds is lost.
 */
export class SnapshotFile implements Adapter<Snapshot> {
  readonly #dir: string;
  readonly #disk: Disk;
  #othersShare = othersShare;

  constructor(dir: string, disk: Disk) {
    this.#dir = dir;
    this.#disk = disk;
  }

  /** The snapshot, null when there is none yet. */
  async read(): Promise<Snapshot | null> {
    const bytes = await readFile(this.#path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return null;
      throw cause;
    });
    return bytes && parseSnapshot(bytes, this.#dir);
  }

  /** From now on nobody else has anything to do: the time is the snapshot's. */
  hurry(): void {
    this.#othersShare = 0;
  }

  /** Writes beside the old file, syncs, then takes its place; the old one stays whole until then. */
  async write(snapshot: Snapshot): Promise<void> {
    const draft = `${this.#path}.tmp`;
    try {
      await this.#writeDraft(draft, snapshot);
    } catch (cause) {
      await rm(draft, { force: true });
      throw cause;
    }
    await rename(draft, this.#path);
    await syncFolder(this.#disk, this.#dir);
  }

  get #path(): string {
    return join(this.#dir, 'db.json');
  }

  async #writeDraft(draft: string, snapshot: Snapshot): Promise<void> {
    const file = await this.#disk.open(draft, 'w');
    try {
      const sha256 = await writeInSlices(file, snapshotText(snapshot), () => this.#othersShare);
      await file.append(Buffer.from(sealOf(sha256)));
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** Writes the pieces, giving the loop to others every few milliseconds; resolves with the SHA-256 of all. */
async function writeInSlices(
  file: DiskFile,
  pieces: Iterable<string>,
  othersShare: () => number,
): Promise<string> {
  const hash = createHash('sha256');
  let gathered: string[] = [];
  const flush = async () => {
    const bytes = Buffer.from(gathered.join(''));
    gathered = [];
    hash.update(bytes);
    await file.append(bytes);
  };
  let since = performance.now();
  for (const piece of pieces) {
    gathered.push(piece);
    if (performance.now() - since < gatherMs) continue;
    await flush();
    await pause((performance.now() - since) * othersShare());
    since = performance.now();
  }
  await flush();
  return hash.digest('hex');
}
