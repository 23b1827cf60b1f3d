import type { Course, Point } from './combination-course.ts';
import type { Margin } from './combination-margin.ts';

/** The points of one indicator that move nobody ahead, or those that do: the cheapest first, each gaining more than those before it. */
export interface List {
  readonly course: Course;
  readonly moving: boolean;
  readonly points: readonly Point[];
  /** How much nearer each brings the unit by itself, in ten-thousandths of a point. */
  readonly gains: readonly number[];
  /** The most that the points up to each gain. */
  readonly reach: readonly number[];
  /** Those that are cheapest for some worth of a point, and that worth from which the next one is. */
  readonly corners: readonly number[];
  readonly slopes: readonly number[];
}

/** How points are made gains in every combination that may be. */
export interface Measuring extends Margin {
  /** Of those ahead the one whose moves are looked at first. */
  readonly lead: number;
  /** The most and the fewest weights that may count. */
  readonly widest: number;
  readonly narrowest: number;
}

/** Whether a point moves somebody ahead. */
export function isMoving({ moves }: Point): boolean {
  return moves.some((move) => move !== 0);
}

/**
 * How much nearer a point brings the unit at most, when no other indicator moves those ahead. Rounded scores of those ahead need not add up: each
 * further indicator that moves them may be worth one hundredth more, see `hiddenGain`.
 */
export function gainOf(measuring: Measuring, { weights }: Course, { own, moves }: Point): number {
  const { edge, lead, widest, narrowest } = measuring;
  const gain = own - weights * edge;
  const rise = moves.some((move) => move !== 0) ? measuring.riseOf(lead, moves[lead] ?? 0) : 0;
  return rise === 0 ? gain : gain - rise * (rise < 0 ? widest : narrowest);
}

/** The lists of a course; those without a point are left out. */
export function listsOf(measuring: Measuring, course: Course, points: readonly Point[]): List[] {
  const still = points.filter((point) => !isMoving(point));
  const moving = points.filter(isMoving);
  return [listOf(measuring, course, still), listOf(measuring, course, moving)].filter(
    (list) => list.points.length > 0,
  );
}

function listOf(measuring: Measuring, course: Course, unordered: readonly Point[]): List {
  const moving = unordered.some(isMoving);
  const inOrder = [...unordered].sort((a, b) => a.steps - b.steps);
  const points = moving ? inOrder : inOrder.filter(risingSoFar());
  const gains = points.map((point) => gainOf(measuring, course, point));
  let most = Number.NEGATIVE_INFINITY;
  const reach = gains.map((gain) => {
    most = Math.max(most, gain);
    return most;
  });
  return { course, moving, points, gains, reach, ...hullOf(points, gains) };
}

function risingSoFar(): (point: Point) => boolean {
  let most = Number.NEGATIVE_INFINITY;
  return ({ own }) => {
    if (own <= most) return false;
    most = own;
    return true;
  };
}

/** The lower convex hull of cost over gain. */
function hullOf(points: readonly Point[], gains: readonly number[]) {
  const costAt = (at: number) => points[at]?.cost ?? 0;
  const gainAt = (at: number) => gains[at] ?? 0;
  const slope = (a: number, b: number) => (costAt(b) - costAt(a)) / (gainAt(b) - gainAt(a));
  const corners: number[] = [];
  for (const at of points.keys()) {
    const newest = corners.at(-1);
    if (newest !== undefined && gainAt(at) <= gainAt(newest)) continue;
    for (;;) {
      const [before, top] = [corners.at(-2), corners.at(-1)];
      if (before === undefined || top === undefined || slope(before, top) < slope(top, at)) break;
      corners.pop();
    }
    corners.push(at);
  }
  return { corners, slopes: corners.slice(1).map((at, before) => slope(corners[before] ?? 0, at)) };
}

/** Which of the corners costs least after what it gains is paid for at so much a point. */
export function cornerAt({ slopes }: List, worth: number): number {
  let [low, high] = [0, slopes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slopes[middle] ?? 0) < worth) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least cost of a list after its gains are paid for. */
export function lowest(list: List, worth: number): number {
  const at = list.corners[cornerAt(list, worth)] ?? 0;
  return (list.points[at]?.cost ?? 0) - worth * (list.gains[at] ?? 0);
}

/**
 * What rounding may hide: when n indicators move those ahead, the rounded score falls by at most n − 1 hundredths more than the sum of what it
 * falls by with each alone.
 */
export function hiddenGain({ widest }: Measuring, moving: number): number {
  return Math.max(0, moving - 1) * widest;
}
