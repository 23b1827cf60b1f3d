import { storeErrors } from '../store-errors.ts';
import { type ChainEnd, emptyChain, type Line } from './line.ts';
import { readSegment } from './read-segment.ts';
import { locateSegments, segmentName } from './segments.ts';

/** What a whole journal was found to hold. */
export interface VerifiedChain {
  readonly segments: number;
  readonly lines: number;
  /** SHA-256 of the newest line: note it elsewhere, and a later rewriting of the whole chain shows too. */
  readonly head: string;
  /** Bytes behind the last whole line: being written now, or cut off by a crash and never acknowledged. */
  readonly torn: number;
}

/**
 * Reads every line from the first, archive included, and checks checksums, sequence and hash chain; changes nothing. Throws
 * `storeErrors.corruptJournal` or `storeErrors.missingSegment` at the first fault.
 */
export async function verifyChain(
  dir: string,
  each: (line: Line, end: ChainEnd) => void = () => undefined,
): Promise<VerifiedChain> {
  const places = await locateSegments(dir);
  let end = emptyChain;
  let torn = 0;
  for (const [index, { number, path }] of places.entries()) {
    if (number !== index + 1) throw storeErrors.missingSegment(dir, segmentName(index + 1));
    const newest = index === places.length - 1;
    ({ end, torn } = await readSegment(path, { dir, from: end, newest, each }));
  }
  return { segments: places.length, lines: end.seq, head: end.head, torn };
}
