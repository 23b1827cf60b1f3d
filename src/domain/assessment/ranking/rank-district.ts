import type { Instant } from '../../../shared/time.ts';
import type { Period } from '../../calendar/period.ts';
import { yearOf } from '../../calendar/period.ts';
import type { Track } from '../records/track.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import type { When } from '../scoring/score-moment.ts';
import { placeRows } from './places.ts';
import { scoreTrack, type UnitScore } from './score-track.ts';

/** A unit in the district's list, with its track; `place` is the district's (1, 2, 2, 4), `trackPlace` its own track's. */
interface DistrictRow extends UnitScore {
  readonly track: Track;
  readonly trackPlace: number | null;
}

/** One list of all units by track score, to be marked 跨赛道仅供参考. */
export interface DistrictTable {
  readonly period: Period;
  readonly now: Instant;
  readonly provisional: boolean;
  readonly units: readonly DistrictRow[];
}

/** Ranks all units of the district by their track scores (domain §4, Scopes). */
export function rankDistrict(book: Book, { period, now }: When): DistrictTable {
  const rows = bookFor(book, period)
    .tracksOf(yearOf(period))
    .flatMap(({ id }) => {
      const table = scoreTrack(book, { track: id, period, now });
      return table.units.map((unit) => ({ ...unit, track: table.track, trackPlace: unit.place }));
    });
  const units = placeRows(rows, '1224');
  return { period, now, provisional: units.some((unit) => unit.provisional), units };
}
