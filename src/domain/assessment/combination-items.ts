import { type Exact, none } from '../../shared/exact.ts';
import { compare, divide, multiply, type Rational, rational } from '../../shared/rational.ts';
import type { Slices } from '../../shared/slices.ts';
import type { ColumnTrial } from './column-trial.ts';
import { decidingUnits, gridOf } from './fewest-steps.ts';
import { type Step, stepIn } from './overtake.ts';
import { type Changes, changesWith, type Race, trialsOf } from './race.ts';
import type { Change } from './standings.ts';
import { breakValues } from './turning-values.ts';
import type { ValueGrid } from './value-grid.ts';

/** One indicator with a number of steps, as a part of a combination. */
export interface Item {
  readonly trial: ColumnTrial;
  readonly grid: ValueGrid;
  readonly step: Step;
  readonly cost: Rational;
  readonly changes: Changes;
  /** The cost as a floating number, for bounds alone. */
  readonly about: number;
  /** How much nearer it brings each of those ahead at most, in points of the score, as floating numbers for bounds alone. */
  readonly nearer: readonly number[];
}

/** What may be combined, the cheapest first. */
export interface Items {
  readonly items: readonly Item[];
  /** False where an indicator has so many values below the limit that only some of them were taken. */
  readonly all: boolean;
}

/** Values tried altogether; an indicator has its share of them, and 8 at least. */
const mostItems = 1500;
const fewestOfOne = 8;

/** The values that cost less than the limit, each with what it changes. */
export function* itemsOf(race: Race, limit: Rational | undefined): Slices<Items> {
  const trials = trialsOf(race).filter(({ assignment }) => rational(assignment.annual_target).num > 0n);
  const most = Math.max(fewestOfOne, Math.floor(mostItems / Math.max(1, trials.length)));
  const items: Item[] = [];
  let all = true;
  for (const trial of trials) {
    const grid = gridOf(trial);
    const last = lastBelow(trial, grid, limit);
    const steps = stepsTaken(trial, grid, { last, most });
    all &&= BigInt(steps.length) >= last - grid.first + 1n;
    items.push(...distinct(steps.flatMap((count) => itemOf(race, { trial, grid, count }))));
    yield;
  }
  return { items: items.sort((a, b) => compare(a.cost, b.cost)), all };
}

/** The last step that costs no more than the limit. */
function lastBelow({ assignment }: ColumnTrial, grid: ValueGrid, limit: Rational | undefined): bigint {
  if (!limit) return grid.last;
  const affordable = divide(multiply(limit, rational(assignment.annual_target)), grid.step);
  const below = affordable.num / affordable.den;
  if (below < grid.last) return below;
  return grid.last;
}

/** All steps where there are few, else those at which a formula changes and some evenly between. */
function stepsTaken(
  trial: ColumnTrial,
  grid: ValueGrid,
  { last, most }: { last: bigint; most: number },
): bigint[] {
  const count = last - grid.first + 1n;
  if (count <= 0n) return [];
  if (count <= BigInt(most)) return Array.from({ length: Number(count) }, (_, at) => grid.first + BigInt(at));
  const even = Array.from(
    { length: most },
    (_, at) => grid.first + ((count - 1n) * BigInt(at)) / BigInt(most - 1),
  );
  const turns = breakValues(trial).flatMap((value) => {
    const { below, above } = grid.stepsTo(value);
    return [above, below + 1n];
  });
  const within = turns.filter((steps) => steps >= grid.first && steps <= last).slice(0, most);
  return [...new Set([...even, ...within])].sort((a, b) => (a < b ? -1 : 1));
}

function itemOf(
  race: Race,
  { trial, grid, count }: { trial: ColumnTrial; grid: ValueGrid; count: bigint },
): Item[] {
  const step = stepIn(trial, grid, count);
  if (step.cost === null) return [];
  const changes = changesWith(trial, step.needed, decidingUnits(race));
  const about = numberOf(step.cost);
  return [{ trial, grid, step, cost: step.cost, changes, about, nearer: nearerOf(race, changes) }];
}

/** Of steps that do the same to everybody the fewest. */
function distinct(items: readonly Item[]): Item[] {
  const same = (a: Changes, b: Changes) =>
    Object.keys(b).every((key) => sameChange(a[Number(key)], b[Number(key)]));
  return items.filter((item, at) => {
    const before = items[at - 1];
    return !before || !same(before.changes, item.changes);
  });
}

function sameChange(a: Change | undefined, b: Change | undefined): boolean {
  return a?.points === b?.points && a?.weights.num === b?.weights.num && a?.weights.den === b?.weights.den;
}

/** A fraction as a floating number, good enough for a bound. */
export function numberOf({ num, den }: Rational): number {
  return Number(num) / Number(den);
}

/** The score before its rounding, as a floating number; a unit of which nothing counts has what its adjustments give. */
export function aboutScore({ standings }: Race, number: number, changes: readonly Changes[]): number {
  const standing = standings[number];
  if (!standing) return 0;
  const own = changes.flatMap((each) => each[number] ?? []);
  const points = own.reduce((sum, change) => sum + Number(change.points), Number(standing.points));
  const weights = own.reduce((sum, change) => sum + floating(change.weights), floating(standing.weights));
  return (weights === 0 ? 0 : points / weights / 100) + floating(standing.adjusted) / 100;
}

function floating({ num, den }: Exact): number {
  return Number(num) / Number(den);
}

/**
 * A score is 100 × Σ points ÷ Σ weights, a weighted mean: what several values gain together is at most the sum of what each that gains would gain
 * alone, also where they bring weights along. Only a value that takes a weight out (overdue before, now without its benchmark) raises what others
 * are worth: it bounds nothing.
 */
function nearerOf(race: Race, changes: Changes): number[] {
  const own = race.book.numberOf(race.own.unit.id);
  const alone = (number: number) => aboutScore(race, number, [changes]) - aboutScore(race, number, []);
  const takesOut = floating(changes[own]?.weights ?? none) < 0;
  const gained = takesOut ? Number.POSITIVE_INFINITY : Math.max(0, alone(own));
  return race.ahead.map(({ unit }) => gained - alone(race.book.numberOf(unit.id)));
}
