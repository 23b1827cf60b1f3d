import { multiply, rational, round } from '../../../shared/rational.ts';
import type { TrackTable, UnitScore } from '../ranking/score-track.ts';
import type { Unit } from '../records/unit.ts';

/** A year-end grade (等次), as kept in a unit's past grades. */
type Grade = Unit['grades'][string];

/** A unit with its grade; none without a score. `barred` from the first grade by a veto. */
export interface GradedUnit {
  readonly unit: Unit;
  readonly score: string | null;
  readonly place: number | null;
  readonly grade: Grade | null;
  readonly barred: boolean;
}

/**
 * The grades that a track's ranking yields (domain §4, Year-end grades): the first by its quota of the units with a
 * score, half up and at least 1, from those not barred; the second by its own quota from the rest; then the third.
 * Ties at an edge all come in. Rows keep the table's order.
 */
export function gradeTrack({ track, units }: TrackTable): readonly GradedUnit[] {
  const ranked = units.filter((unit) => unit.place !== null);
  const quota = (share: string) =>
    Number(round(multiply(rational(share), rational(BigInt(ranked.length))), 0).num);
  const first = upToEdge(
    ranked.filter((unit) => !unit.vetoed),
    Math.max(1, quota(track.first_quota)),
  );
  const second = upToEdge(
    ranked.filter((unit) => !first.has(unit)),
    quota(track.second_quota),
  );
  const gradeOf = (unit: UnitScore): Grade | null => {
    if (unit.place === null) return null;
    if (first.has(unit)) return 'first';
    return second.has(unit) ? 'second' : 'third';
  };
  return units.map((unit) => ({
    unit: unit.unit,
    score: unit.score,
    place: unit.place,
    grade: gradeOf(unit),
    barred: unit.vetoed,
  }));
}

/** The first `count` of the units in order of place, with all that tie with the last of them. */
function upToEdge(inOrder: readonly UnitScore[], count: number): ReadonlySet<UnitScore> {
  const edge = inOrder.slice(0, count).at(-1);
  if (!edge) return new Set();
  return new Set(inOrder.filter((unit, index) => index < count || unit.score === edge.score));
}
