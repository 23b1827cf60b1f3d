import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Log } from '../../shared/log.ts';
import type { WriteMeta } from '../document-store.ts';
import type { Change } from '../memory/change.ts';
import { type Disk, type DiskFile, syncFolder } from './disk.ts';
import { type ChainEnd, nextLine } from './line.ts';
import { segmentName } from './segments.ts';

/** Where a journal goes on. */
export interface JournalStart {
  readonly dir: string;
  /** The segment that is written now. */
  readonly number: number;
  /** Its length in bytes. */
  readonly length: number;
  /** Bytes in all segments that no snapshot contains. */
  readonly bytes: number;
  readonly end: ChainEnd;
}

/** What waits its turn: a line, or (without bytes) the change to the next segment. */
interface Waiting {
  readonly bytes: Buffer | undefined;
  /** The chain's end behind it. */
  readonly end: ChainEnd;
  resolve(): void;
  reject(cause: unknown): void;
}

/** Why a journal takes no more lines. */
export interface JournalFailure {
  readonly cause: unknown;
  readonly reason: string;
}

/**
 * The append-only journal. Lines that wait together are written together and made to last by one `fdatasync`; only then are they
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
  #end: ChainEnd;
  #lasting: ChainEnd;
  #queue: Waiting[] = [];
  #draining = false;
  #newest: Promise<void> = Promise.resolve();
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
    this.#end = start.end;
    this.#lasting = start.end;
  }

  /** Opens the newest segment for appending, creating it when it is missing. */
  static async open(start: JournalStart, tools: { disk: Disk; log: Log }): Promise<Journal> {
    const file = await tools.disk.open(join(start.dir, segmentName(start.number)), 'a');
    // What a killed process had written but not synced was read as valid just now: it must last before anything builds on it.
    await file.datasync();
    await syncFolder(tools.disk, start.dir);
    return new Journal(start, file, tools);
  }

  /** Where the chain ends, with lines that are still waiting. */
  get end(): ChainEnd {
    return this.#end;
  }

  /** Where the chain of the lines that last ends. */
  get lasting(): ChainEnd {
    return this.#lasting;
  }

  /** Bytes since the last change of segment (after a start: since the snapshot). */
  get bytes(): number {
    return this.#bytes;
  }

  /** Lines that do not last yet, and how long the last sync took, in ms. */
  lag(): { waiting: number; lastSyncMs: number } {
    return { waiting: this.#queue.length + this.#writing, lastSyncMs: this.#lastSyncMs };
  }

  failure(): JournalFailure | undefined {
    return this.#failure;
  }

  /** Takes a line; resolves when it lasts, rejects with the cause when it does not. */
  append(meta: WriteMeta, changes: readonly Change[]): Promise<void> {
    const { bytes, end } = nextLine(this.#end, meta, changes);
    this.#end = end;
    this.#bytes += bytes.length;
    return this.#wait(bytes);
  }

  /** Lets lines taken from now on go to a new segment; resolves with its number when all earlier ones last. */
  async rotate(): Promise<number> {
    this.#bytes = 0;
    await this.#wait(undefined);
    return this.#number;
  }

  /** Resolves when everything taken so far lasts. */
  settled(): Promise<void> {
    return this.#newest;
  }

  async close(): Promise<void> {
    await this.#newest.catch(() => undefined);
    await this.#file.close();
  }

  #wait(bytes: Buffer | undefined): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.cause);
    const end = this.#end;
    this.#newest = new Promise((resolve, reject) => this.#queue.push({ bytes, end, resolve, reject }));
    if (!this.#draining) void this.#drain();
    return this.#newest;
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    // Writers that are ready in this turn of the loop share the first sync too.
    await turn();
    for (let batch = this.#take(); batch.length > 0; batch = this.#take()) {
      this.#writing = batch.length;
      try {
        await this.#write(batch);
        this.#lasting = batch.at(-1)?.end ?? this.#lasting;
        for (const waiting of batch) waiting.resolve();
      } catch (cause) {
        await this.#fail(cause, batch);
      }
    }
    this.#writing = 0;
    this.#draining = false;
  }

  /** All lines up to the next change of segment, or that change alone. */
  #take(): Waiting[] {
    const change = this.#queue.findIndex((waiting) => waiting.bytes === undefined);
    return this.#queue.splice(0, change === -1 ? this.#queue.length : Math.max(change, 1));
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const lines = batch.flatMap((waiting) => waiting.bytes ?? []);
    if (lines.length === 0) return this.#openNext();
    const bytes = Buffer.concat(lines);
    await this.#file.append(bytes);
    const sinceMs = performance.now();
    await this.#file.datasync();
    this.#lastSyncMs = performance.now() - sinceMs;
    this.#length += bytes.length;
  }

  async #openNext(): Promise<void> {
    const next = await this.#disk.open(join(this.#dir, segmentName(this.#number + 1)), 'ax');
    await syncFolder(this.#disk, this.#dir);
    await this.#file.close();
    this.#file = next;
    this.#number += 1;
    this.#length = 0;
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
