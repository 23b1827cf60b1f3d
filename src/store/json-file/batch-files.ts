import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { CollectionName } from '../collections.ts';
import { type BatchFile, batchesOf } from '../journal/batch-file.ts';
import { type Disk, type DiskFile, syncFolder } from '../journal/disk.ts';
import { checkedLine } from '../journal/line.ts';
import { inPieces } from '../journal/pieces.ts';
import type { SortedDocs } from '../memory/sorted-docs.ts';
import { storeErrors } from '../store-errors.ts';

/** So many batches may wait for their transaction; older ones are given up. */
const mostUnused = 16;

const pattern = /^batch\.(\d{8})\.[0-9a-f]{8}\.jsonl$/;

/** The batches of a store that is open: made to last ahead of their line, and removed when none comes. */
export class BatchFiles {
  readonly #dir: string;
  readonly #disk: Disk;
  readonly #fewest: number;
  /** In the order in which they were begun. */
  readonly #unused = new Set<string>();
  readonly #writing = new Set<Promise<unknown>>();

  constructor({ dir, disk, fewest }: { dir: string; disk: Disk; fewest: number }) {
    this.#dir = dir;
    this.#disk = disk;
    this.#fewest = fewest;
  }

  /** Keeps the documents in a file named after the segment that is written now; undefined: they are too few. Throws `storeErrors.notKept`. */
  async keep(
    segment: number,
    { name, docs }: { name: CollectionName; docs: SortedDocs },
  ): Promise<BatchFile | undefined> {
    if (docs.size < this.#fewest) return undefined;
    const file = `batch.${String(segment).padStart(8, '0')}.${randomBytes(4).toString('hex')}.jsonl`;
    const written = this.#keep(file, linesOf(name, docs));
    this.#writing.add(written);
    try {
      return { file, docs: docs.size, ...(await written) };
    } finally {
      this.#writing.delete(written);
    }
  }

  /** Takes files for the line that names them; throws `storeErrors.batchGone` when one is no longer kept or was used before. */
  use(files: readonly BatchFile[]): void {
    for (const { file } of files) if (!this.#unused.delete(file)) throw storeErrors.batchGone();
  }

  /** Waits for those that are being written, so that nothing comes into the folder once it is released. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#writing);
    await this.#giveUp([...this.#unused]);
  }

  async #keep(file: string, lines: Iterable<Buffer>): Promise<{ bytes: number; sha256: string }> {
    this.#unused.add(file);
    try {
      await mkdir(batchesOf(this.#dir), { recursive: true, mode: 0o700 });
      const written = await this.#write(file, lines);
      await this.#giveUp([...this.#unused].slice(0, -mostUnused));
      return written;
    } catch (cause) {
      this.#unused.delete(file);
      throw storeErrors.notKept(cause);
    } finally {
      // Of one that was given up before its file was made the file comes after its removal.
      if (!this.#unused.has(file)) await this.#remove(file).catch(() => undefined);
    }
  }

  async #write(file: string, lines: Iterable<Buffer>): Promise<{ bytes: number; sha256: string }> {
    const out = await this.#disk.open(join(batchesOf(this.#dir), file), 'ax');
    try {
      const written = await writePieces(out, lines);
      await syncFolder(this.#disk, batchesOf(this.#dir));
      await syncFolder(this.#disk, this.#dir);
      return written;
    } finally {
      await out.close();
    }
  }

  /** All at once before the first is removed: a line may name one of them in between, and that one counts then. */
  async #giveUp(files: readonly string[]): Promise<void> {
    const given = files.filter((file) => this.#unused.delete(file));
    for (const file of given) await this.#remove(file);
  }

  #remove(file: string): Promise<void> {
    return rm(join(batchesOf(this.#dir), file), { force: true });
  }
}

/**
 * Removes batches that a crash left without their line. One that was begun in a segment which the start has read through is named there, or
 * nowhere: `named` are those that were found.
 */
export async function removeUnnamed(dir: string, gen: number, named: ReadonlySet<string>): Promise<void> {
  for (const { file, begun } of await batchesIn(dir)) {
    if (begun >= gen && !named.has(file)) await rm(join(batchesOf(dir), file));
  }
}

/** The batches of a folder and the segments in which they were begun; what has another name is none. */
export async function batchesIn(dir: string): Promise<{ file: string; begun: number }[]> {
  if (!existsSync(batchesOf(dir))) return [];
  const files = await readdir(batchesOf(dir));
  return files.flatMap((file) => {
    const [, begun] = pattern.exec(file) ?? [];
    return begun === undefined ? [] : [{ file, begun: Number(begun) }];
  });
}

function* linesOf(name: CollectionName, docs: SortedDocs): Generator<Buffer> {
  for (const [id, doc] of docs.entries()) yield checkedLine(JSON.stringify([name, id, doc]));
}

/** Syncs piece by piece: the journal, on the same disk, does not wait for more than one. */
async function writePieces(out: DiskFile, lines: Iterable<Buffer>) {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of inPieces(lines)) {
    hash.update(piece);
    bytes += piece.length;
    await out.append(piece);
    await out.datasync();
    await turn();
  }
  return { bytes, sha256: hash.digest('hex') };
}
