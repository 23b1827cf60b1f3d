import { add, compare, type Rational, zero } from '../../shared/rational.ts';
import type { Slices } from '../../shared/slices.ts';
import { aboutScore, type Item, type Items, itemsOf, numberOf } from './combination-items.ts';
import { fewestSteps, overtakesWith } from './fewest-steps.ts';
import { type OvertakeOption, type Step, stepIn } from './overtake.ts';
import { type Changes, changesWith, type Outcome, outcome, type Race } from './race.ts';

/** Up to three indicators that overtake together. */
export interface Combination extends Outcome {
  readonly steps: readonly Step[];
  /** Σ gain ÷ annual target. */
  readonly cost: Rational;
  /**
   * Whether it is proven that no combination of up to three costs less. It is where every value below the cheapest single option's cost was
   * tried and the search came to its end; else it is the best found, with no step in it that could be spared.
   */
  readonly proven: boolean;
}

const mostTogether = 3;
/** Nodes of the search; some tens of milliseconds. */
const mostNodes = 300_000;
const nodesASlice = 5_000;
/** As many nodes take as long as one exact comparison. */
const exactlyAsLong = 30;
/** Far above the error of floating numbers, far below what two decimals show. */
const slack = 1e-7;

/** The cheapest way past the next unit in up to three indicators, by Σ gain ÷ annual target; undefined where there is none. */
export function* cheapestCombination(
  race: Race,
  options: readonly OvertakeOption[],
): Slices<Combination | undefined> {
  const single = options.find(({ cost }) => cost !== null);
  const limit = single?.cost ?? undefined;
  const items = yield* itemsOf(race, limit);
  const search = searchOf(race, items, limit);
  yield* searchAll(search);
  const proven = items.all && search.nodes <= mostNodes;
  if (search.best) return combined(race, proven ? search.best : withoutSpare(race, search.best), proven);
  return single && limit ? { ...single, steps: [single], cost: limit, proven } : undefined;
}

interface Search {
  readonly race: Race;
  readonly items: readonly Item[];
  /** How far each of those ahead is away, in points of the score. */
  readonly gaps: readonly number[];
  /** For each of those ahead the most that one of the items up to each brings nearer. */
  readonly most: readonly (readonly number[])[];
  best?: readonly Item[];
  limit: Rational | undefined;
  /** The limit as a floating number, rounded up. */
  about: number;
  nodes: number;
}

function searchOf(race: Race, { items }: Items, limit: Rational | undefined): Search {
  const scoreOf = (id: string) => aboutScore(race, race.book.numberOf(id), []);
  const gaps = race.ahead.map(({ unit }) => scoreOf(unit.id) - scoreOf(race.own.unit.id));
  const most = gaps.map((_, ahead) => {
    let largest = 0;
    return items.map(({ nearer }) => {
      largest = Math.max(largest, nearer[ahead] ?? 0);
      return largest;
    });
  });
  return { race, items, gaps, most, limit, about: roundedUp(limit), nodes: 0 };
}

function roundedUp(limit: Rational | undefined): number {
  return limit ? numberOf(limit) * (1 + 1e-12) : Number.POSITIVE_INFINITY;
}

function* searchAll(search: Search): Slices<void> {
  const root = { chosen: [], cost: 0, gaps: search.gaps };
  let pause = nodesASlice;
  for (const [at] of search.items.entries()) {
    if (isTooDear(search, root, at)) return;
    const branch = withItem(search, root, at);
    for (let next = at + 1; branch && !isTooDear(search, branch, next); next += 1) {
      tryItem(search, branch, next);
      if (search.nodes < pause) continue;
      pause = search.nodes + nodesASlice;
      yield;
    }
  }
}

interface Branch {
  readonly chosen: readonly Item[];
  readonly cost: number;
  readonly gaps: readonly number[];
}

/** Whether the item, and so all after it, cost too much beside what was chosen. */
function isTooDear({ items, about, nodes }: Search, { cost }: Branch, at: number): boolean {
  const item = items[at];
  return !item || cost + item.about > about || nodes > mostNodes;
}

/** Tries what was chosen with one item more, and with more of those after it. */
function tryItem(search: Search, chosen: Branch, at: number): void {
  const branch = withItem(search, chosen, at);
  for (let next = at + 1; branch && !isTooDear(search, branch, next); next += 1)
    tryItem(search, branch, next);
}

/** What was chosen with one item more; undefined where that is enough, or could not be with any more. */
function withItem(search: Search, { chosen, cost, gaps }: Branch, at: number): Branch | undefined {
  const item = search.items[at];
  if (!item || chosen.some(({ trial }) => trial === item.trial)) return undefined;
  search.nodes += 1;
  const branch = {
    chosen: [...chosen, item],
    cost: cost + item.about,
    gaps: gaps.map((gap, ahead) => gap - (item.nearer[ahead] ?? 0)),
  };
  if (isEnough(search, branch)) take(search, branch.chosen);
  else if (mayReach(search, branch)) return branch;
  return undefined;
}

function isEnough(search: Search, { chosen, gaps }: Branch): boolean {
  if (gaps.some((gap) => gap > slack)) return false;
  search.nodes += exactlyAsLong;
  return overtakesWith(
    search.race,
    chosen.map(({ changes }) => changes),
  );
}

function take(search: Search, chosen: readonly Item[]): void {
  const cost = chosen.reduce((sum, item) => add(sum, item.cost), zero);
  if (search.limit && compare(cost, search.limit) >= 0) return;
  search.best = chosen;
  search.limit = cost;
  search.about = roundedUp(cost);
}

/** Whether the best of what can still be paid for, as often as there is room, could close every gap. */
function mayReach({ items, most, about }: Search, { chosen, cost, gaps }: Branch): boolean {
  const room = mostTogether - chosen.length;
  const affordable = lastAtMost(items, about - cost);
  if (room === 0 || affordable < 0) return false;
  return gaps.every((gap, ahead) => gap - room * (most[ahead]?.[affordable] ?? 0) <= slack);
}

function lastAtMost(items: readonly Item[], cost: number): number {
  let [low, high] = [-1, items.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((items[middle]?.about ?? 0) <= cost) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same with as few steps in each indicator as the others allow. */
function withoutSpare(race: Race, chosen: readonly Item[]): readonly Item[] {
  return chosen.reduce<readonly Item[]>((items, { trial, grid }, at) => {
    const beside = items.filter((_, other) => other !== at).map(({ changes }) => changes);
    const steps = fewestSteps(race, { trial, grid, beside });
    const item = items[at];
    if (steps === undefined || !item || steps >= item.step.steps) return items;
    const step = stepIn(trial, grid, steps);
    const fewer = { ...item, step, cost: step.cost ?? item.cost, changes: changesWith(trial, step.needed) };
    return items.with(at, fewer);
  }, chosen);
}

function combined(race: Race, chosen: readonly Item[], proven: boolean): Combination {
  // Every unit of the track is placed again, not only those that decide.
  const changes: Changes[] = chosen.map(({ trial, step }) => changesWith(trial, step.needed));
  return {
    steps: chosen.map(({ step }) => step),
    cost: chosen.reduce((sum, { cost }) => add(sum, cost), zero),
    proven,
    ...outcome(race, changes),
  };
}
