import { shiftPeriod } from '../../calendar/period.ts';
import type { Unit } from '../records/unit.ts';
import type { When } from '../scoring/score-moment.ts';

interface Placed {
  readonly unit: Unit;
  readonly place: number | null;
}

/**
 * How many places each unit (by id) moved against the previous period of the same length with the same `now`
 * (domain §4, Scopes): positive is up, null where it had or has no place. `rank` gives the rows of any ranking, e.g.
 * `(when) => scoreTrack(book, { track, ...when }).units`.
 */
export function movement(
  { period, now }: When,
  rank: (when: When) => readonly Placed[],
): ReadonlyMap<string, number | null> {
  const before = new Map(
    rank({ period: shiftPeriod(period, -1), now }).map(({ unit, place }) => [unit.id, place]),
  );
  const moved = rank({ period, now }).map(({ unit, place }): [string, number | null] => {
    const previous = before.get(unit.id) ?? null;
    return [unit.id, place === null || previous === null ? null : previous - place];
  });
  return new Map(moved);
}
