import { compare, type Rational, rational, subtract } from '../../../shared/rational.ts';
import { type Period, shiftPeriod, yearOf } from '../../calendar/period.ts';
import { scoreTrack, type UnitScore } from '../ranking/score-track.ts';
import type { Track } from '../records/track.ts';
import { type Book, bookFor } from '../scoring/book.ts';
import type { When } from '../scoring/score-moment.ts';

/** A unit that moved within its track since the period before. */
export interface BriefMove {
  readonly track: Track;
  readonly before: UnitScore;
  readonly after: UnitScore;
  readonly previous: Period;
  /** Places gained, below 0 when lost. */
  readonly places: number;
  /** What the rounded score gained. */
  readonly points: Rational;
}

/** How many are told. */
const told = 3;

/**
 * The three moves that a brief tells: the greatest rise, the greatest fall, and the greatest of the others; where nobody rose or fell, the next
 * greatest instead. Greater is more places, then more points, then the smaller id; in the order of greatness. Units without a place in either
 * period have not moved, nor has who has the same place and score.
 */
export function briefMoves(book: Book, { period, now }: When): readonly BriefMove[] {
  const previous = shiftPeriod(period, -1);
  const moves = bookFor(book, period)
    .tracksOf(yearOf(period))
    .flatMap((track) => {
      if (
        !bookFor(book, previous)
          .tracksOf(yearOf(previous))
          .some(({ id }) => id === track.id)
      )
        return [];
      const rowsOf = (of: Period) => scoreTrack(book, { track: track.id, period: of, now }).units;
      const earlier = new Map(rowsOf(previous).map((row) => [row.unit.id, row]));
      return rowsOf(period).flatMap((after) =>
        moveOf({ track, previous, after, before: earlier.get(after.unit.id) }),
      );
    });
  const sorted = moves.sort(byGreatness);
  const rise = sorted.find(({ places, points }) => places > 0 || (places === 0 && points.num > 0n));
  const fall = sorted.find(({ places, points }) => places < 0 || (places === 0 && points.num < 0n));
  const first = [rise, fall].filter((move) => move !== undefined);
  const others = sorted.filter((move) => !first.includes(move));
  return [...first, ...others].slice(0, told).sort(byGreatness);
}

interface Moving {
  readonly track: Track;
  readonly previous: Period;
  readonly after: UnitScore;
  readonly before: UnitScore | undefined;
}

function moveOf({ track, previous, after, before }: Moving): BriefMove[] {
  if (!before?.score || !after.score || before.place === null || after.place === null) return [];
  const places = before.place - after.place;
  const points = subtract(rational(after.score), rational(before.score));
  return places === 0 && points.num === 0n ? [] : [{ track, previous, before, after, places, points }];
}

function byGreatness(a: BriefMove, b: BriefMove): number {
  return (
    Math.abs(b.places) - Math.abs(a.places) ||
    compare(magnitude(b.points), magnitude(a.points)) ||
    (a.after.unit.id < b.after.unit.id ? -1 : 1)
  );
}

function magnitude({ num, den }: Rational): Rational {
  return { num: num < 0n ? -num : num, den };
}
