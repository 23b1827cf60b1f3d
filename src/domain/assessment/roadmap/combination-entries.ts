import type { Course, Point } from './combination-course.ts';
import type { List } from './combination-list.ts';

/** A number of steps in one indicator. */
export interface Chosen {
  readonly course: Course;
  readonly steps: number;
}

/** A point of a list that may be part of something cheaper than what is known. */
interface Entry {
  readonly point: Point;
  readonly gain: number;
  /** What it costs beyond the least of its list, its gain paid for. */
  readonly over: number;
}

/** A list with what is left of it to be looked at, the closest to the least first. */
export interface Kept {
  readonly list: List;
  readonly entries: readonly Entry[];
}

interface Keeping {
  readonly worth: number;
  readonly low: number;
  /** The most that may be paid beyond the least. */
  readonly room: number;
  /** What has to be gained, if the others gain as much as they can. */
  readonly least: number;
}

/** The points of a list that neither cost too much nor gain too little. */
export function keptOf(list: List, { worth, low, room, least }: Keeping): Kept {
  const entries: Entry[] = [];
  for (const [at, point] of list.points.entries()) {
    const gain = list.gains[at] ?? 0;
    const over = point.cost - worth * gain - low;
    if (over <= room && gain >= least) entries.push({ point, gain, over });
  }
  return { list, entries: entries.sort((a, b) => a.over - b.over) };
}

/** The sums of some points taken together, the unit's own among them. */
export interface Taken {
  readonly cost: number;
  readonly gain: number;
  readonly own: number;
  readonly weights: number;
  /** Of those ahead; undefined where nobody is moved. */
  readonly moves: readonly number[] | undefined;
  readonly chosen: readonly Chosen[];
}

/** The same with one more point. */
export function withEntry(taken: Taken, { course, moving }: List, { point, gain }: Entry): Taken {
  return {
    cost: taken.cost + point.cost,
    gain: taken.gain + gain,
    own: taken.own + point.own,
    weights: taken.weights + course.weights,
    moves: moving ? movedBy(taken.moves, point) : taken.moves,
    chosen: [...taken.chosen, { course, steps: point.steps }],
  };
}

/** How those ahead are moved when a point is added. */
export function movedBy(moves: readonly number[] | undefined, point: Point): readonly number[] {
  return moves ? point.moves.map((move, at) => move + (moves[at] ?? 0)) : point.moves;
}
