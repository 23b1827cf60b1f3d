import type { Trail, TrailEntry } from '../../store/trail.ts';
import { fitsFilter, type TrailFilter } from './trail-filter.ts';

/** One page of what was found, newest first. */
export interface TrailPage {
  readonly entries: readonly TrailEntry[];
  /** Where to go on: lines before this number; undefined when the beginning was reached. */
  readonly next: number | undefined;
  /** The oldest instant that was looked at, when the search gave up before the beginning. */
  readonly until: string | undefined;
  readonly damaged: number;
  readonly head: { readonly seq: number; readonly head: string };
}

/** Entries a page, and lines that one search looks at: a third of a second at most, in slices. */
const bounds = { page: 8, lines: 30_000 };

/** Reads backwards until a page is full, its day range is over or enough was looked at. */
export async function searchTrail(trail: Trail, filter: TrailFilter, before?: number): Promise<TrailPage> {
  const found: TrailEntry[] = [];
  const head = trail.head();
  let seen = 0;
  let damaged = 0;
  const page = (next: number | undefined, until?: string): TrailPage => ({
    ...{ next, until, damaged, head },
    entries: found,
  });
  for await (const slice of trail.backwards(before)) {
    damaged += slice.damaged;
    for (const entry of slice.entries) {
      if (filter.from !== undefined && entry.at.slice(0, 10) < filter.from) return page(undefined);
      if (fitsFilter(entry, filter)) found.push(entry);
      seen += 1;
      if (found.length >= bounds.page) return page(entry.seq > 1 ? entry.seq : undefined);
      if (seen >= bounds.lines) return page(entry.seq, entry.at);
    }
  }
  return page(undefined);
}
