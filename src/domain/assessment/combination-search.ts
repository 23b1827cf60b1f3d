import { add, compare, multiply, type Rational, rational, zero } from '../../shared/rational.ts';
import type { Course, Point } from './combination-course.ts';
import { cornerAt, hiddenGain, type List, lowest, type Measuring } from './combination-list.ts';
import { overtakesWith } from './fewest-steps.ts';
import { changesWith, type Race } from './race.ts';

/** A number of steps in one indicator. */
export interface Chosen {
  readonly course: Course;
  readonly steps: number;
}

/** What is looked for, and the best of it found so far. */
export interface Search {
  readonly race: Race;
  readonly measuring: Measuring;
  best?: readonly Chosen[];
  /** The cost that is to be beaten. */
  limit: Rational | undefined;
  nodes: number;
  /** Nodes after which the search gives up. */
  most: number;
}

/** Of floating costs. */
const precision = 4e-15;
/** As many nodes take as long as one exact comparison. */
const exactlyAsLong = 100;

/** The cost to be beaten as a floating number. */
export function limitOf({ limit }: Search): number {
  return limit ? Number(limit.num) / Number(limit.den) : Number.POSITIVE_INFINITY;
}

/** The highest cost that some indicators together can have below the limit: costs are multiples of a fraction. */
function strictLimit({ limit }: Search, lists: readonly List[]): number {
  if (!limit) return Number.POSITIVE_INFINITY;
  const den = lists.reduce((all, { course }) => lcm(all, course.costOfStep.den), 1n);
  const units = limit.num * den;
  const below = units % limit.den === 0n ? units / limit.den - 1n : units / limit.den;
  return (Number(below) / Number(den)) * (1 + precision);
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Looks for something cheaper than the limit with exactly one point of each list. */
export function searchIn(search: Search, lists: readonly List[]): void {
  const { measuring } = search;
  const moving = lists.filter((list) => list.moving).length;
  const need = measuring.need - hiddenGain(measuring, moving);
  const most = lists.reduce((sum, { reach }) => sum + (reach.at(-1) ?? 0), 0);
  if (most < need - measuring.error) return;
  const worth = worthIn(lists, need);
  const lows = lists.map((list) => lowest(list, worth));
  const bound = worth * (need - measuring.error) + lows.reduce((sum, each) => sum + each, 0);
  const room = roomOver(search, lists, bound);
  if (room() < 0) return;
  search.nodes += lists.length;
  const kept = lists.map((list, at) => keptOf(list, { worth, low: lows[at] ?? 0, room: room() }));
  const longest = kept.reduce((a, b) => (b.entries.length > a.entries.length ? b : a));
  const others = kept.filter((each) => each !== longest);
  combine(search, { others, last: longest.list, room, need });
}

/** How much more than the bound may be paid, whatever was found meanwhile. */
function roomOver(search: Search, lists: readonly List[], bound: number): () => number {
  let { limit } = search;
  let room = strictLimit(search, lists) - bound;
  return () => {
    if (limit === search.limit) return room;
    limit = search.limit;
    room = strictLimit(search, lists) - bound;
    return room;
  };
}

/** The worth of a point with which these lists' bound is highest. */
function worthIn(lists: readonly List[], need: number): number {
  const slopes = lists.flatMap((list) => list.slopes).sort((a, b) => a - b);
  const gainedAt = (worth: number) => lists.reduce((sum, list) => sum + gainAt(list, worth), 0);
  if (gainedAt(0) >= need) return 0;
  let [low, high] = [0, slopes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // Just above a slope the corner after it is the cheapest.
    if (gainedAt((slopes[middle] ?? 0) * (1 + 1e-12)) < need) low = middle + 1;
    else high = middle;
  }
  return slopes[low] ?? slopes.at(-1) ?? 0;
}

function gainAt(list: List, worth: number): number {
  return list.gains[list.corners[cornerAt(list, worth)] ?? 0] ?? 0;
}

interface Entry {
  readonly point: Point;
  readonly gain: number;
  /** What it costs beyond the least of its list, its gain paid for. */
  readonly over: number;
}

interface Kept {
  readonly list: List;
  /** Those that may be part of something below the limit, the closest to the least first. */
  readonly entries: readonly Entry[];
}

function keptOf(list: List, { worth, low, room }: { worth: number; low: number; room: number }): Kept {
  const entries: Entry[] = [];
  for (const [at, point] of list.points.entries()) {
    const gain = list.gains[at] ?? 0;
    const left = point.cost - worth * gain;
    if (left - low <= room) entries.push({ point, gain, over: left - low });
  }
  return { list, entries: entries.sort((a, b) => a.over - b.over) };
}

interface Combining {
  readonly others: readonly Kept[];
  readonly last: List;
  readonly room: () => number;
  readonly need: number;
}

function combine(search: Search, { others: [first, second], last, room, need }: Combining): void {
  for (const one of first?.entries ?? []) {
    if (one.over > room() || search.nodes > search.most) return;
    const chosen = first ? [{ course: first.list.course, entry: one }] : [];
    if (!second) finish(search, chosen, { last, need });
    for (const two of second?.entries ?? []) {
      if (one.over + two.over > room() || search.nodes > search.most) break;
      if (second) finish(search, [...chosen, { course: second.list.course, entry: two }], { last, need });
    }
  }
}

type Taken = readonly { readonly course: Course; readonly entry: Entry }[];

/** Takes the cheapest point of the last list that is enough beside the others. */
function finish(search: Search, taken: Taken, { last, need }: { last: List; need: number }): void {
  search.nodes += 1;
  const { measuring } = search;
  const cost = taken.reduce((sum, { entry }) => sum + entry.point.cost, 0);
  const gained = taken.reduce((sum, { entry }) => sum + entry.gain, 0);
  const own = taken.reduce((sum, { entry }) => sum + entry.point.own, measuring.points);
  const weights = taken.reduce(
    (sum, { course }) => sum + course.weights,
    measuring.weights + last.course.weights,
  );
  const limit = limitOf(search) * (1 + precision);
  const isEnough = (point: Point) => {
    const rise = measuring.rise(movesOf(taken, point));
    return own + point.own >= weights * (measuring.edge + rise) - measuring.error;
  };
  const from = last.moving
    ? firstAtLeast(last.reach, need - gained - measuring.error)
    : firstEnough(last.points, isEnough);
  for (let at = from; at < last.points.length; at += 1) {
    const point = last.points[at];
    if (!point || cost + point.cost > limit) return;
    search.nodes += 1;
    if (!isEnough(point)) continue;
    const chosen = taken.map(({ course, entry }) => ({ course, steps: entry.point.steps }));
    if (take(search, [...chosen, { course: last.course, steps: point.steps }])) return;
  }
}

function movesOf(taken: Taken, point: Point): number[] {
  return point.moves.map((move, at) =>
    taken.reduce((sum, { entry }) => sum + (entry.point.moves[at] ?? 0), move),
  );
}

function firstAtLeast(reach: readonly number[], least: number): number {
  let [low, high] = [0, reach.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstEnough(points: readonly Point[], isEnough: (point: Point) => boolean): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = points[middle];
    if (point && isEnough(point)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether it is enough, exactly; it is the best when it is cheaper too. */
function take(search: Search, chosen: readonly Chosen[]): boolean {
  const cost = costOf(chosen);
  if (search.limit && compare(cost, search.limit) >= 0) return true;
  search.nodes += exactlyAsLong;
  const changes = chosen.map(({ course, steps }) =>
    changesWith(course.trial, course.grid.valueAt(BigInt(steps))),
  );
  if (!overtakesWith(search.race, changes)) return false;
  search.best = chosen;
  search.limit = cost;
  return true;
}

/** Σ gain ÷ annual target. */
export function costOf(chosen: readonly Chosen[]): Rational {
  return chosen.reduce(
    (sum, { course, steps }) => add(sum, multiply(course.costOfStep, rational(BigInt(steps)))),
    zero,
  );
}
