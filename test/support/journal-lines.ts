import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveOf, listSegments, segmentName } from '#src/store/journal/segments.ts';

/** All journal lines of a folder in order, archive first. */
export async function journalLines(dir: string): Promise<string[]> {
  const lines: string[] = [];
  for (const folder of [archiveOf(dir), dir]) {
    const numbers = await listSegments(folder).catch(() => []);
    for (const number of numbers) {
      const text = await readFile(join(folder, segmentName(number)), 'utf8');
      lines.push(...text.split('\n').filter((line) => line !== ''));
    }
  }
  return lines;
}
