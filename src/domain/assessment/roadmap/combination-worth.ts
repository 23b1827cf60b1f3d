import type { Course, Line, Point } from './combination-course.ts';
import { gainOf, hiddenGain, isMoving, type Measuring } from './combination-list.ts';

/** The least costs after what is gained is paid for, of what moves nobody ahead and of what does; never above 0, undefined where there is none. */
interface Lowest {
  readonly still?: number | undefined;
  readonly moving?: number | undefined;
}

/** Points a line may gain over the straight one between its ends, by rounding. */
const byRounding = 1;
const finest = 1e-9;

function lowestOf(measuring: Measuring, course: Course, worth: number): Lowest {
  let still: number | undefined;
  let moving: number | undefined;
  const take = (point: Point, left: number) => {
    if (isMoving(point)) moving = Math.min(moving ?? 0, left);
    else still = Math.min(still ?? 0, left);
  };
  const leftOf = (point: Point) => point.cost - worth * gainOf(measuring, course, point);
  for (const point of course.points) take(point, leftOf(point));
  for (const { first, last } of course.lines)
    take(first, Math.min(leftOf(first), leftOf(last)) - worth * byRounding);
  for (const [first, last] of course.stretches)
    moving = Math.min(moving ?? 0, first.cost - worth * mostOf(measuring, course, [first, last]));
  return { still, moving };
}

/** The most that any point of a stretch gains. */
function mostOf(measuring: Measuring, course: Course, [first, last]: readonly [Point, Point]): number {
  const own = Math.max(first.own, last.own);
  const moves = [first, last].map(({ moves }) => gainOf(measuring, course, { ...first, own, moves }));
  return Math.max(...moves);
}

/** What a point is worth in cost, and how much every course has left below that. */
export interface Worth {
  readonly worth: number;
  readonly lowest: readonly Lowest[];
  /** The least that all of up to three can cost. */
  readonly bound: number;
}

const mostTogether = 3;

/** The cheapest of so many others of each kind, for the bound. */
function cheapest(measuring: Measuring, lowest: readonly Lowest[], worth: number) {
  const inOrder = (each: readonly number[]) => [...each].sort((a, b) => a - b).slice(0, mostTogether);
  const still = inOrder(lowest.flatMap((each) => each.still ?? []));
  const moving = inOrder(lowest.flatMap((each) => each.moving ?? []));
  const total = (from: readonly number[], count: number) =>
    from.slice(0, count).reduce((sum, each) => sum + each, 0);
  /** With `room` more beside `already` that move those ahead. */
  return (room: number, already: number) => {
    let best = Number.POSITIVE_INFINITY;
    for (let count = 0; count <= Math.min(room, moving.length); count += 1) {
      const hidden = worth * hiddenGain(measuring, already + count);
      best = Math.min(best, total(moving, count) + total(still, room - count) - hidden);
    }
    return best;
  };
}

function worthAt(measuring: Measuring, courses: readonly Course[], worth: number): Worth {
  const lowest = courses.map((course) => lowestOf(measuring, course, worth));
  const bound = worth * measuring.need + cheapest(measuring, lowest, worth)(mostTogether, 0);
  return { worth, lowest, bound };
}

/** The worth of a point with which the bound is close to its highest; a cost that is known to be enough says where to look. */
export function bestWorth(measuring: Measuring, courses: readonly Course[], known: number): Worth {
  const middle = Math.log(known / Math.max(measuring.need, finest));
  const at = (exponent: number) => worthAt(measuring, courses, Math.exp(exponent));
  let [low, high] = [middle - 4, middle + 4];
  for (let round = 0; round < 30; round += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(left).bound < at(right).bound) low = left;
    else high = right;
  }
  return at((low + high) / 2);
}

/** Whether no three together gain what is needed, whatever they cost. */
export function isOutOfReach(measuring: Measuring, courses: readonly Course[]): boolean {
  const gains = courses.map((course) => {
    const ends = course.lines.flatMap(({ first, last }) => [first, last]);
    const gained = [...course.points, ...ends].map((point) => gainOf(measuring, course, point));
    const stretched = course.stretches.map((stretch) => mostOf(measuring, course, stretch));
    return [...gained, ...stretched].reduce((most, each) => Math.max(most, each), 0);
  });
  const moving = courses.filter(
    ({ points, stretches }) => stretches.length > 0 || points.some(isMoving),
  ).length;
  const inOrder = gains.sort((a, b) => b - a).slice(0, mostTogether);
  const most = inOrder.reduce((sum, each) => sum + each, 0);
  return most + hiddenGain(measuring, Math.min(moving, mostTogether)) < measuring.need - measuring.error;
}

/** How the points of a course are gone through: only those that may be part of something below the known cost. */
export function worthwhilePoints(
  measuring: Measuring,
  course: Course,
  { worth, known }: { worth: Worth | undefined; known: number },
): Point[] {
  const room = roomFor(measuring, { worth, known });
  const points = [...course.points];
  for (const line of course.lines) {
    const left = isMoving(line.first) ? room.moving : room.still;
    points.push(
      ...alongLine(line, { left, worth: worth?.worth ?? 0, gain: (p) => gainOf(measuring, course, p) }),
    );
  }
  const isWorth = ([first, last]: readonly [Point, Point]) =>
    first.cost - (worth?.worth ?? 0) * mostOf(measuring, course, [first, last]) <= room.moving;
  for (const stretch of course.stretches) points.push(...alongStretch(course, stretch, isWorth));
  return points;
}

/** What a point may have left at most. */
function roomFor(measuring: Measuring, { worth, known }: { worth: Worth | undefined; known: number }) {
  if (!worth) return { still: Number.POSITIVE_INFINITY, moving: Number.POSITIVE_INFINITY };
  const others = cheapest(measuring, worth.lowest, worth.worth);
  const room = (known - worth.worth * measuring.need) * (1 + finest) + finest * known;
  return { still: room - others(mostTogether - 1, 0), moving: room - others(mostTogether - 1, 1) };
}

interface Along {
  readonly left: number;
  readonly worth: number;
  readonly gain: (point: Point) => number;
}

/** The points of a line at which its rounded points rise, of the part where they leave no more than they may. */
function alongLine(line: Line, along: Along): Point[] {
  const points: Point[] = [];
  const [from, to] = partOf(line, along);
  for (let at = from; at <= to; at = nextRise(line, at)) points.push(line.pointAt(at));
  return points;
}

function partOf({ first, last }: Line, { left, worth, gain }: Along): [number, number] {
  const room = left + worth * byRounding;
  const [atFirst, atLast] = [first, last].map((point) => point.cost - worth * gain(point)) as [
    number,
    number,
  ];
  const steps = last.steps - first.steps;
  if (!Number.isFinite(room) || (atFirst <= room && atLast <= room)) return [first.steps, last.steps];
  if (atFirst > room && atLast > room) return [first.steps + 1, first.steps];
  const crossing = first.steps + (steps * (room - atFirst)) / (atLast - atFirst);
  return atFirst <= room
    ? [first.steps, Math.min(last.steps, Math.ceil(crossing) + 1)]
    : [Math.max(first.steps, Math.floor(crossing) - 1), last.steps];
}

/** The fewest steps with more points than at some. */
function nextRise({ first, last, pointAt }: Line, at: number): number {
  const { own } = pointAt(at);
  const aRise = Math.ceil((last.steps - first.steps) / (last.own - first.own));
  let [low, high] = [at, Math.min(last.steps + 1, at + aRise + 1)];
  while (high <= last.steps && pointAt(high).own <= own) high += 1;
  const guess = high - 2;
  if (guess > low && pointAt(guess).own <= own) low = guess;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (pointAt(middle).own > own) high = middle;
    else low = middle;
  }
  return high;
}

/** The points of a stretch that do something else than the one before, halved again and again where it may be worth it. */
function* alongStretch(
  course: Course,
  [first, last]: readonly [Point, Point],
  isWorth: (stretch: readonly [Point, Point]) => boolean,
): Generator<Point, void> {
  const same = first.own === last.own && first.moves.every((move, at) => move === last.moves[at]);
  if (same || last.steps - first.steps < 2 || !isWorth([first, last])) return;
  const middle = course.pointAt(Math.floor((first.steps + last.steps) / 2));
  yield* alongStretch(course, [first, middle], isWorth);
  yield middle;
  yield* alongStretch(course, [middle, last], isWorth);
}
