import { type Exact, none } from '../../../shared/exact.ts';
import { hundredthsOf } from '../ranking/standings.ts';
import type { Race } from './race.ts';

/**
 * What has to be gained, as floating numbers: points in ten-thousandths, scores in hundredths. By these answers are looked for and
 * passed over; what is found is checked exactly.
 */
export interface Margin {
  /** Σ points and Σ weights of the unit. */
  readonly points: number;
  readonly weights: number;
  /** Points a weight from which the rounded score is above that of those ahead, if these stay where they are. */
  readonly edge: number;
  /** By how much the points fall short of that. */
  readonly need: number;
  /** Above the error of these numbers; points are whole. */
  readonly error: number;
  /** By how many hundredths one of those ahead rises (falls where below 0) when its points change. */
  riseOf(ahead: number, move: number): number;
  /** The same of the highest of them. */
  rise(moves: readonly number[]): number;
}

/** The margin between a unit and those ahead of it, of whom there must be some. */
export function marginOf({ book, own, ahead, standings }: Race): Margin {
  const standing = standings[book.numberOf(own.unit.id)];
  const others = ahead.flatMap(({ unit }) => standings[book.numberOf(unit.id)] ?? []);
  const known = others.map(() => new Map<number, number>());
  const roundedOf = (at: number, move: number) => {
    const found = known[at]?.get(move);
    const other = others[at];
    if (found !== undefined || !other) return found ?? 0;
    const rounded = Number(hundredthsOf(other, [{ points: move, weights: none }]) ?? 0);
    known[at]?.set(move, rounded);
    return rounded;
  };
  const [points, weights] = [Number(standing?.points ?? 0), floating(standing?.weights ?? none)];
  const top = Math.max(...others.map((_, at) => roundedOf(at, 0)));
  const edge = top + 0.5 - floating(standing?.adjusted ?? none);
  return {
    points,
    weights,
    edge,
    need: weights * edge - points,
    error: Math.max(1e-8, 1e-14 * Math.abs(weights * edge)),
    riseOf: (at, move) => roundedOf(at, move) - top,
    rise: (moves) => Math.max(...moves.map((move, at) => roundedOf(at, move))) - top,
  };
}

/** A fraction as a floating number, good enough for a bound. */
export function floating({ num, den }: Exact): number {
  return Number(num) / Number(den);
}
