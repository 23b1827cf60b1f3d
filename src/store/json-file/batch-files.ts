import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { CollectionName } from '../collections.ts';
import { type BatchFile, batchesOf } from '../journal/batch-file.ts';
import { type Disk, type DiskFile, syncFolder } from '../journal/disk.ts';
import { checkedLine } from '../journal/line.ts';
import type { SortedDocs } from '../memory/sorted-docs.ts';
import { storeErrors } from '../store-errors.ts';

/** So many batches may wait for their transaction; older ones are given up. */
const mostUnused = 16;
/** Bytes that are written and synced at once: the journal, on the same disk, does not wait for more. */
const pieceLength = 1_000_000;

const pattern = /^batch\.(\d{8})\.[0-9a-f]{8}\.jsonl$/;

/** The batches of a store that is open: made to last ahead of their line, and removed when none comes. */
export class BatchFiles {
  readonly #dir: string;
  readonly #disk: Disk;
  readonly #fewest: number;
  readonly #unused: string[] = [];

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
    try {
      await mkdir(batchesOf(this.#dir), { recursive: true, mode: 0o700 });
      this.#unused.push(file);
      const written = await this.#write(file, linesOf(name, docs));
      await this.#remove(this.#unused.slice(0, -mostUnused));
      return { file, docs: docs.size, ...written };
    } catch (cause) {
      await this.#remove([file]).catch(() => undefined);
      throw storeErrors.notKept(cause);
    }
  }

  /** Takes files for the line that names them; throws `storeErrors.batchGone` when one is no longer kept or was used before. */
  use(files: readonly BatchFile[]): void {
    for (const { file } of files) {
      const at = this.#unused.indexOf(file);
      if (at === -1) throw storeErrors.batchGone();
      this.#unused.splice(at, 1);
    }
  }

  async close(): Promise<void> {
    await this.#remove([...this.#unused]);
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

  async #remove(files: readonly string[]): Promise<void> {
    for (const file of files) {
      this.#unused.splice(this.#unused.indexOf(file), 1);
      await rm(join(batchesOf(this.#dir), file), { force: true });
    }
  }
}

/**
 * Removes batches that a crash left without their line. One that was begun in a segment which the start has read through is named there, or
 * nowhere: `named` are those that were found.
 */
export async function removeUnnamed(dir: string, gen: number, named: ReadonlySet<string>): Promise<void> {
  if (!existsSync(batchesOf(dir))) return;
  for (const file of await readdir(batchesOf(dir))) {
    const begun = Number(pattern.exec(file)?.[1] ?? 0);
    if (begun >= gen && !named.has(file)) await rm(join(batchesOf(dir), file));
  }
}

function* linesOf(name: CollectionName, docs: SortedDocs): Generator<Buffer> {
  for (const [id, doc] of docs.entries()) yield checkedLine(JSON.stringify([name, id, doc]));
}

async function writePieces(out: DiskFile, lines: Iterable<Buffer>) {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of piecesOf(lines)) {
    hash.update(piece);
    bytes += piece.length;
    await out.append(piece);
    await out.datasync();
    await turn();
  }
  return { bytes, sha256: hash.digest('hex') };
}

function* piecesOf(lines: Iterable<Buffer>): Generator<Buffer> {
  let piece: Buffer[] = [];
  let length = 0;
  for (const line of lines) {
    piece.push(line);
    length += line.length;
    if (length < pieceLength) continue;
    yield Buffer.concat(piece);
    piece = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(piece);
}
