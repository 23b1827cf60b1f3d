import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { storeErrors } from '../store-errors.ts';
import { emptyChain } from './line.ts';
import { readSegment } from './read-segment.ts';
import { archiveOf, listSegments, segmentName } from './segments.ts';

/** What a whole journal was found to hold. */
export interface VerifiedChain {
  readonly segments: number;
  readonly lines: number;
  /** SHA-256 of the newest line: note it elsewhere, and a later rewriting of the whole chain shows too. */
  readonly head: string;
}

/**
 * Reads every line from the first, archive included, and checks checksums, sequence and hash chain; changes nothing. Throws
 * `storeErrors.corruptJournal` or `storeErrors.missingSegment` at the first fault.
 */
export async function verifyChain(dir: string): Promise<VerifiedChain> {
  const archive = archiveOf(dir);
  const archived = existsSync(archive) ? await listSegments(archive) : [];
  const current = await listSegments(dir);
  const places = [
    ...archived.map((number) => ({ number, folder: archive })),
    ...current.map((number) => ({ number, folder: dir })),
  ];
  let end = emptyChain;
  for (const [index, { number, folder }] of places.entries()) {
    if (number !== index + 1) throw storeErrors.missingSegment(dir, segmentName(index + 1));
    const newest = index === places.length - 1;
    ({ end } = await readSegment(join(folder, segmentName(number)), {
      from: end,
      newest,
      each: () => undefined,
    }));
  }
  return { segments: places.length, lines: end.seq, head: end.head };
}
