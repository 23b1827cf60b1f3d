import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trail, TrailEntry, TrailSlice } from '../trail.ts';
import type { ChainEnd, Line } from './line.ts';
import { linesBackwards, type RawLine } from './lines-backwards.ts';
import { archiveOf, listSegments, segmentName } from './segments.ts';
import { trailEntry } from './trail-entry.ts';

const checksumLength = 8;
/** Between a line's head and its documents; inside a JSON text its quotes would be escaped. */
const beforeDocuments = /,"prev":"[0-9a-f]{64}","ops":\[/;

function headOnly(json: string): TrailEntry {
  const found = beforeDocuments.exec(json);
  if (!found) throw new Error('no head');
  const { seq, at, who, what, why, event }: Line = JSON.parse(`${json.slice(0, found.index)}}`);
  return { seq, at, who, what, why, event, touched: [], large: true };
}

function entryOf({ bytes, whole }: RawLine): TrailEntry {
  const json = bytes.toString('utf8', checksumLength + 1);
  return whole ? trailEntry(JSON.parse(json)) : headOnly(json);
}

function sliceOf(lines: readonly RawLine[], before: number): TrailSlice {
  const entries: TrailEntry[] = [];
  let damaged = 0;
  for (const line of lines) {
    try {
      const entry = entryOf(line);
      if (entry.seq < before) entries.push(entry);
    } catch {
      // The start checks every line; one that is unreadable now was damaged since. The others are still worth reading.
      damaged += 1;
    }
  }
  return { entries, damaged };
}

/** A segment may be moved to the archive between the looking and the opening. */
async function openSegment(dir: string, number: number): Promise<FileHandle | undefined> {
  const name = segmentName(number);
  for (const path of [join(dir, name), join(archiveOf(dir), name), join(dir, name)]) {
    const file = await open(path, 'r').catch(() => undefined);
    if (file) return file;
  }
  return undefined;
}

async function firstSeq(file: FileHandle): Promise<number> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
  return Number(/\{"seq":(\d+),/.exec(buffer.toString('latin1', 0, bytesRead))?.[1] ?? 0);
}

async function* backwards(dir: string, before: number): AsyncGenerator<TrailSlice> {
  const archived = await listSegments(archiveOf(dir)).catch(() => []);
  const numbers = [...new Set([...archived, ...(await listSegments(dir))])].sort((a, b) => b - a);
  for (const number of numbers) {
    const file = await openSegment(dir, number);
    if (!file) continue;
    try {
      if ((await firstSeq(file)) >= before) continue;
      for await (const lines of linesBackwards(file)) yield sliceOf(lines, before);
    } finally {
      await file.close();
    }
  }
}

/** The trail of a folder. */
export function readTrail(dir: string, end: () => ChainEnd): Trail {
  return {
    head() {
      const { seq, head } = end();
      return { seq, head };
    },
    backwards: (before = Number.POSITIVE_INFINITY) => backwards(dir, before),
  };
}
