import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { storeErrors } from '../store-errors.ts';
import { type BatchFile, batchIn, readBatch } from './batch-file.ts';
import { type ChainEnd, type Line, type Operation, readLine } from './line.ts';

const lineFeed = 10;

/** How to read a segment. */
export interface SegmentReading {
  /** Where the chain ended before it. */
  readonly from: ChainEnd;
  /** Only in the newest segment may a crash have left a line without its end. */
  readonly newest: boolean;
  /** The folder whose batches its lines name. */
  readonly dir: string;
  /** Called with each line, what its batches hold among its operations, and the chain's end behind it. */
  each(line: Line, end: ChainEnd): void;
  /** Called with each batch before its line. */
  batch?(file: BatchFile): void;
}

/** What a segment held. */
export interface SegmentRead {
  readonly end: ChainEnd;
  /** Bytes of whole lines. */
  readonly length: number;
  /** Bytes behind them that a crash cut off in the middle of a line; they were never acknowledged. */
  readonly torn: number;
}

function isLine(text: Buffer, end: ChainEnd): boolean {
  try {
    readLine(text, end);
    return true;
  } catch {
    return false;
  }
}

async function withBatches(line: Line, { dir, batch }: SegmentReading): Promise<Line> {
  const ops: Operation[] = [];
  for (const operation of line.ops) {
    const file = batchIn(operation);
    if (file) batch?.(file);
    for (const one of file ? await readBatch(dir, file) : [operation]) ops.push(one);
  }
  return { ...line, ops };
}

/** Reads a segment line by line; throws `storeErrors.corruptJournal` with the byte offset of the first bad line, there or in a batch. */
export async function readSegment(path: string, reading: SegmentReading): Promise<SegmentRead> {
  const bytes = await readFile(path);
  const corrupt = (offset: number, why: string) =>
    storeErrors.corruptJournal({ dir: dirname(path), file: basename(path), offset, why });
  let end = reading.from;
  let offset = 0;
  for (let feed = bytes.indexOf(lineFeed); feed !== -1; feed = bytes.indexOf(lineFeed, offset)) {
    try {
      const read = readLine(bytes.subarray(offset, feed), end);
      const hasBatch = read.line.ops.some((operation) => batchIn(operation));
      reading.each(hasBatch ? await withBatches(read.line, reading) : read.line, read.end);
      end = read.end;
    } catch (cause) {
      // A batch that cannot be opened is a matter of the disk or of rights, not of the line.
      if (!(cause instanceof Error) || 'code' in cause) throw cause;
      throw corrupt(offset, cause.message);
    }
    offset = feed + 1;
  }
  const torn = bytes.length - offset;
  if (torn > 0 && !reading.newest) throw corrupt(offset, '缺少行尾');
  // A crash cuts a line off; it never leaves a whole one with another byte for its end.
  if (isLine(bytes.subarray(offset, -1), end)) throw corrupt(offset, '行尾已损坏');
  return { end, length: offset, torn };
}
