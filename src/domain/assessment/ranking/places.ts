import { type Exact, order } from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import type { Track } from '../records/track.ts';
import type { Unit } from '../records/unit.ts';

/** How equal scores are numbered: 1, 2, 2, 4 or 1, 2, 2, 3. */
export type PlaceStyle = Track['place_style'];

/** What can be given a place: a unit with its rounded score, 2 decimals, or none. */
export interface Scored {
  readonly unit: Pick<Unit, 'id'>;
  readonly score: string | null;
}

/** Puts rows in order of the rounded score, then of the unit's id, and numbers them; no score, no place, last. */
export function placeRows<T extends Scored>(
  rows: readonly T[],
  style: PlaceStyle,
): (T & { place: number | null })[] {
  const entries = rows.map((row) => ({ row, score: row.score === null ? null : readExact(row.score) }));
  entries.sort((a, b) => byScore(a.score, b.score) || byId(a.row, b.row));
  let place = 0;
  let previous: Exact | null = null;
  return entries.map(({ row, score }, position) => {
    if (score === null) return { ...row, place: null };
    if (previous === null || order(score, previous) !== 0)
      place = style === '1224' ? position + 1 : place + 1;
    previous = score;
    return { ...row, place };
  });
}

function byScore(a: Exact | null, b: Exact | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return order(b, a);
}

function byId(a: Scored, b: Scored): number {
  return a.unit.id < b.unit.id ? -1 : a.unit.id > b.unit.id ? 1 : 0;
}
