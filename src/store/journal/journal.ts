import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Log } from '../../shared/log.ts';
import type { WriteMeta } from '../document-store.ts';
import { batchOperation } from './batch-file.ts';
import { type Disk, type DiskFile, syncFolder } from './disk.ts';
import { largeFrom, nextLargeLine } from './large-line.ts';
import { type ChainEnd, nextLine, operationOf } from './line.ts';
import { segmentName } from './segments.ts';
import type { Wrote } from './wrote.ts';

/** Where a journal goes on. */
export interface JournalStart {
  readonly dir: string;
  /** The segment that is written now. */
  readonly number: number;
  /** Its length in bytes. */
  readonly length: number;
  /** Bytes in all segments that no snapshot contains, and in the batches that they name. */
  readonly bytes: number;
  readonly end: ChainEnd;
}

/** What one transaction adds. */
interface Entry extends Wrote {
  readonly meta: WriteMeta;
}

/** What waits its turn: a line, or (without an entry) the change to the next segment. */
interface Waiting {
  readonly entry: Entry | undefined;
  /** With the end of the chain when all that was taken before lasts. */
  resolve(end: ChainEnd): void;
  reject(cause: unknown): void;
}

/** Why a journal takes no more lines. */
export interface JournalFailure {
  readonly cause: unknown;
  readonly reason: string;
}

/**
 * The append-only journal. Lines that wait together are written together and made to last by that one write; only then are they
 * acknowledged. After a failed write or sync it takes nothing more: a failed sync is never retried, for the kernel may have dropped the
 * pages that it could not write and would report success.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #log: Log;
  readonly #dir: string;
  #file: DiskFile;
  #number: number;
  #length: number;
  #bytes: number;
  #lasting: ChainEnd;
  #taken: number;
  #queue: Waiting[] = [];
  #draining = false;
  #newest: Promise<unknown> = Promise.resolve();
  #failure: JournalFailure | undefined;
  #writing = 0;
  #lastSyncMs = 0;

  private constructor(start: JournalStart, file: DiskFile, tools: { disk: Disk; log: Log }) {
    this.#disk = tools.disk;
    this.#log = tools.log;
    this.#dir = start.dir;
    this.#file = file;
    this.#number = start.number;
    this.#length = start.length;
    this.#bytes = start.bytes;
    this.#lasting = start.end;
    this.#taken = start.end.seq;
  }

  /** Opens the newest segment for appending, creating it when it is missing. */
  static async open(start: JournalStart, tools: { disk: Disk; log: Log }): Promise<Journal> {
    const file = await tools.disk.open(join(start.dir, segmentName(start.number)), 'as');
    // What a killed process had written but not synced was read as valid just now: it must last before anything builds on it.
    await file.datasync();
    await syncFolder(tools.disk, start.dir);
    return new Journal(start, file, tools);
  }

  /** The number of the newest line, with those that are still waiting. */
  get taken(): number {
    return this.#taken;
  }

  /** Where the chain of the lines that last ends. */
  get lasting(): ChainEnd {
    return this.#lasting;
  }

  /** The segment that is written now. */
  get number(): number {
    return this.#number;
  }

  /** Bytes since the last change of segment (after a start: since the snapshot). */
  get bytes(): number {
    return this.#bytes;
  }

  /** Lines that do not last yet, and how long the last write took, with its sync, in ms. */
  lag(): { waiting: number; lastSyncMs: number } {
    return { waiting: this.#queue.length + this.#writing, lastSyncMs: this.#lastSyncMs };
  }

  failure(): JournalFailure | undefined {
    return this.#failure;
  }

  /** Takes a line; resolves when it lasts, rejects with the cause when it does not. */
  async append(meta: WriteMeta, { files, changes }: Wrote): Promise<void> {
    this.#taken += 1;
    await this.#wait({ meta, files, changes });
  }

  /** Lets lines taken from now on go to a new segment; resolves, when all earlier ones last, with its number and the end of their chain. */
  async rotate(): Promise<{ number: number; end: ChainEnd }> {
    const end = await this.#wait(undefined);
    return { number: this.#number, end };
  }

  /** Resolves when everything taken so far lasts. */
  async settled(): Promise<void> {
    await this.#newest;
  }

  async close(): Promise<void> {
    await this.#newest.catch(() => undefined);
    await this.#file.close();
  }

  #wait(entry: Entry | undefined): Promise<ChainEnd> {
    if (this.#failure) return Promise.reject(this.#failure.cause);
    const lasts = new Promise<ChainEnd>((resolve, reject) => this.#queue.push({ entry, resolve, reject }));
    this.#newest = lasts;
    if (!this.#draining) void this.#drain();
    return lasts;
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    // Writers that are ready in this turn of the loop share the first sync too.
    await turn();
    for (let batch = this.#take(); batch.length > 0; batch = this.#take()) {
      this.#writing = batch.length;
      try {
        await this.#write(batch);
        for (const waiting of batch) waiting.resolve(this.#lasting);
      } catch (cause) {
        await this.#fail(cause, batch);
      }
    }
    this.#writing = 0;
    this.#draining = false;
  }

  /** All lines up to the next change of segment, or that change alone. */
  #take(): Waiting[] {
    const change = this.#queue.findIndex((waiting) => waiting.entry === undefined);
    return this.#queue.splice(0, change === -1 ? this.#queue.length : Math.max(change, 1));
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const entries = batch.flatMap(({ entry }) => entry ?? []);
    if (entries.length === 0) return this.#openNext();
    const { pieces, end } = await linesOf(this.#lasting, entries);
    let length = 0;
    const sinceMs = performance.now();
    for (const bytes of pieces) {
      await this.#file.append(bytes);
      length += bytes.length;
    }
    this.#lastSyncMs = performance.now() - sinceMs;
    this.#length += length;
    this.#bytes += length + entries.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);
    this.#lasting = end;
  }

  async #openNext(): Promise<void> {
    const next = await this.#disk.open(join(this.#dir, segmentName(this.#number + 1)), 'axs');
    await syncFolder(this.#disk, this.#dir);
    await this.#file.close();
    this.#file = next;
    this.#number += 1;
    this.#length = 0;
    this.#bytes = 0;
  }

  async #fail(cause: unknown, batch: readonly Waiting[]): Promise<void> {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '未知错误';
    const reason = `写日志失败（${code}），系统已转为只读，未确认的内容没有保存。请检查磁盘空间和磁盘状态，然后重新启动。`;
    this.#failure = { cause, reason };
    this.#log.error(
      { err: cause, segment: segmentName(this.#number) },
      'journal failed: the store is read-only',
    );
    // Nobody was told that these bytes are saved, so the next start should not find them. If this fails too, it may: harmless, for they are whole transactions.
    await this.#file.truncate(this.#length).catch(() => undefined);
    for (const waiting of [...batch, ...this.#queue.splice(0)]) waiting.reject(cause);
  }
}

/** The lines behind `from` as bytes: all in one piece, but for large ones. */
async function linesOf(
  from: ChainEnd,
  entries: readonly Entry[],
): Promise<{ pieces: Buffer[]; end: ChainEnd }> {
  const pieces: Buffer[] = [];
  let small: Buffer[] = [];
  let end = from;
  for (const { meta, files, changes } of entries) {
    const ops = [...files.map(batchOperation), ...changes.map(operationOf)];
    if (ops.length < largeFrom) {
      const line = nextLine(end, meta, ops);
      small.push(line.bytes);
      end = line.end;
      continue;
    }
    const line = await nextLargeLine(end, meta, ops);
    pieces.push(Buffer.concat(small), ...line.bytes);
    small = [];
    end = line.end;
  }
  return { pieces: [...pieces, Buffer.concat(small)].filter(({ length }) => length > 0), end };
}
