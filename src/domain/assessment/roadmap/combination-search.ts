import { add, compare, multiply, type Rational, rational, zero } from '../../../shared/rational.ts';
import type { Point } from './combination-course.ts';
import { type Chosen, type Kept, keptOf, movedBy, type Taken, withEntry } from './combination-entries.ts';
import { cornerAt, hiddenGain, type List, lowest, type Measuring } from './combination-list.ts';
import { overtakesWith } from './fewest-steps.ts';
import { changesWith, type Race } from './race.ts';

/** What is looked for, and the best of it found so far. */
export interface Search {
  readonly race: Race;
  readonly measuring: Measuring;
  best?: readonly Chosen[];
  /** The cost that is to be beaten. */
  limit: Rational | undefined;
  /** The same as a floating number. */
  about: number;
  nodes: number;
  /** Nodes after which the search gives up. */
  most: number;
}

/** Of floating costs. */
const precision = 4e-15;
/** As many nodes take as long as one exact comparison. */
const exactlyAsLong = 100;

/** A cost as a floating number; without any, what everything is below. */
export function aboutOf(cost: Rational | undefined): number {
  return cost ? Number(cost.num) / Number(cost.den) : Number.POSITIVE_INFINITY;
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
  const kept = lists.map((list, at) => {
    const least = need - most + (list.reach.at(-1) ?? 0) - measuring.error;
    return keptOf(list, { worth, low: lows[at] ?? 0, room: room(), least });
  });
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

interface Combining {
  readonly others: readonly Kept[];
  readonly last: List;
  readonly room: () => number;
  readonly need: number;
}

/** Looks for the cheapest point of one list beside the others' that may be part of something below the limit. */
function combine(search: Search, { others: [first, second], last, room, need }: Combining): void {
  const { measuring } = search;
  const none: Taken = {
    cost: 0,
    gain: 0,
    own: measuring.points,
    weights: measuring.weights + last.course.weights,
    moves: undefined,
    chosen: [],
  };
  const least = need - (last.reach.at(-1) ?? 0) - measuring.error;
  for (const one of first?.entries ?? []) {
    if (one.over > room() || search.nodes > search.most) return;
    const taken = first ? withEntry(none, first.list, one) : none;
    if (!second) finish(search, taken, { last, need });
    for (const two of second?.entries ?? []) {
      if (one.over + two.over > room() || search.nodes > search.most) break;
      search.nodes += 1;
      if (second && one.gain + two.gain >= least)
        finish(search, withEntry(taken, second.list, two), { last, need });
    }
  }
}

/** Takes the cheapest point of the last list that is enough beside what was taken. */
function finish(search: Search, taken: Taken, { last, need }: { last: List; need: number }): void {
  const { measuring } = search;
  const limit = search.about * (1 + precision);
  const leastOwn = (moves: readonly number[] | undefined) => {
    const rise = moves ? measuring.rise(moves) : 0;
    return taken.weights * (measuring.edge + rise) - taken.own - measuring.error;
  };
  const beside = leastOwn(taken.moves);
  const from = last.moving
    ? firstWith(last.points, (_, at) => (last.reach[at] ?? 0) >= need - taken.gain - measuring.error)
    : firstWith(last.points, ({ own }) => own >= beside);
  for (let at = from; at < last.points.length; at += 1) {
    const point = last.points[at];
    if (!point || taken.cost + point.cost > limit) return;
    search.nodes += 1;
    if (last.moving && point.own < leastOwn(movedBy(taken.moves, point))) continue;
    if (take(search, [...taken.chosen, { course: last.course, steps: point.steps }])) return;
  }
}

/** The first of points in order from which on something holds; their number where it never does. */
function firstWith(points: readonly Point[], holds: (point: Point, at: number) => boolean): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = points[middle];
    if (point && holds(point, middle)) high = middle;
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
  setBest(search, chosen);
  return true;
}

/** Keeps a combination that is enough as the one to be beaten. */
export function setBest(search: Search, chosen: readonly Chosen[]): void {
  search.best = chosen;
  search.limit = costOf(chosen);
  search.about = aboutOf(search.limit);
}

/** Σ gain ÷ annual target. */
export function costOf(chosen: readonly Chosen[]): Rational {
  return chosen.reduce(
    (sum, { course, steps }) => add(sum, multiply(course.costOfStep, rational(BigInt(steps)))),
    zero,
  );
}
