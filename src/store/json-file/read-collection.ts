import { join } from 'node:path';
import type { CollectionName } from '../collections.ts';
import type { ChainEnd, Line } from '../journal/line.ts';
import { readSegment } from '../journal/read-segment.ts';
import { listSegments, segmentName } from '../journal/segments.ts';
import { applyLine, readSnapshotOf, stateOf } from './verify-folder.ts';

/**
 * The documents of a collection as a folder holds them, in use or not: its snapshot and the newer journal. Changes nothing; throws one of
 * `storeErrors` where a file is damaged.
 */
export async function readCollection(dir: string, name: CollectionName): Promise<unknown[]> {
  const snapshot = await readSnapshotOf(dir);
  const state = stateOf(snapshot, dir);
  const numbers = (await listSegments(dir)).filter((number) => number >= snapshot.gen);
  let end: ChainEnd = { seq: snapshot.seq, head: snapshot.head, at: snapshot.lastAt ?? undefined };
  for (const number of numbers) {
    const path = join(dir, segmentName(number));
    const newest = number === numbers.at(-1);
    const each = (line: Line) => applyLine(state, line);
    ({ end } = await readSegment(path, { dir, from: end, newest, each }));
  }
  return [...(state.get(name)?.values() ?? [])];
}
