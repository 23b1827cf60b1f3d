import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, syncFolder } from './disk.ts';

const pattern = /^journal\.(\d{8})\.jsonl$/;

/** The file name of a segment: 3 → `journal.00000003.jsonl`. */
export function segmentName(number: number): string {
  return `journal.${String(number).padStart(8, '0')}.jsonl`;
}

/** Where segments go once a snapshot contains them. They are the audit trail: never rewritten, never deleted. */
export function archiveOf(dir: string): string {
  return join(dir, 'archive');
}

/** The numbers of the segments in a folder, in order. */
export async function listSegments(dir: string): Promise<number[]> {
  const names = await readdir(dir);
  const numbers = names.map((name) => Number(pattern.exec(name)?.[1] ?? Number.NaN));
  return numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b);
}

/** Where every segment of a store lies, archive included, in order. One that is just being archived is found at its new place or its old one. */
export async function locateSegments(dir: string): Promise<{ number: number; path: string }[]> {
  // In this order, so that none slips through between the two readings.
  const current = await listSegments(dir);
  const archived = new Set(existsSync(archiveOf(dir)) ? await listSegments(archiveOf(dir)) : []);
  const numbers = [...new Set([...archived, ...current])].sort((a, b) => a - b);
  return numbers.map((number) => ({
    number,
    path: join(archived.has(number) ? archiveOf(dir) : dir, segmentName(number)),
  }));
}

/** Moves the segments before `gen` to the archive; a crash in between leaves some for the next call. */
export async function archiveSegments(disk: Disk, dir: string, gen: number): Promise<void> {
  const old = (await listSegments(dir)).filter((number) => number < gen);
  if (old.length === 0) return;
  const archive = archiveOf(dir);
  await mkdir(archive, { recursive: true, mode: 0o700 });
  for (const number of old) await rename(join(dir, segmentName(number)), join(archive, segmentName(number)));
  await syncFolder(disk, archive);
  await syncFolder(disk, dir);
}
