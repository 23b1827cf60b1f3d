import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { storeErrors } from '../store-errors.ts';
import { type ChainEnd, type Line, readLine } from './line.ts';

const lineFeed = 10;

/** How to read a segment. */
export interface SegmentReading {
  /** Where the chain ended before it. */
  readonly from: ChainEnd;
  /** Only in the newest segment may a crash have left a line without its end. */
  readonly newest: boolean;
  /** Called with each line and the chain's end behind it. */
  each(line: Line, end: ChainEnd): void;
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

/** Reads a segment line by line; throws `storeErrors.corruptJournal` with the byte offset of the first bad line. */
export async function readSegment(path: string, reading: SegmentReading): Promise<SegmentRead> {
  const bytes = await readFile(path);
  const corrupt = (offset: number, why: string) =>
    storeErrors.corruptJournal({ dir: dirname(path), file: basename(path), offset, why });
  let end = reading.from;
  let offset = 0;
  for (let feed = bytes.indexOf(lineFeed); feed !== -1; feed = bytes.indexOf(lineFeed, offset)) {
    try {
      const read = readLine(bytes.subarray(offset, feed), end);
      reading.each(read.line, read.end);
      end = read.end;
    } catch (cause) {
      if (cause instanceof Error && cause.name !== 'StrongError') throw corrupt(offset, cause.message);
      throw cause;
    }
    offset = feed + 1;
  }
  const torn = bytes.length - offset;
  if (torn > 0 && !reading.newest) throw corrupt(offset, '缺少行尾');
  // A crash cuts a line off; it never leaves a whole one with another byte for its end.
  if (isLine(bytes.subarray(offset, -1), end)) throw corrupt(offset, '行尾已损坏');
  return { end, length: offset, torn };
}
