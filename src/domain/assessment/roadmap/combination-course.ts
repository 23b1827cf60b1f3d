import { toRational } from '../../../shared/exact.ts';
import { divide, type Rational, rational, subtract } from '../../../shared/rational.ts';
import { plus, roundedQuotient, times, type Whole, whole } from '../../../shared/whole.ts';
import { simpleRulesOf } from '../rules/simple-rules-of.ts';
import { type ColumnTrial, triedColumn, unroundedPoints } from './column-trial.ts';
import { floating } from './combination-margin.ts';
import { decidingUnits, gridOf } from './fewest-steps.ts';
import { type Changes, changesWith, type Race } from './race.ts';
import { breakValues, movesOneWay } from './turning-values.ts';
import type { ValueGrid } from './value-grid.ts';

/** What so many steps in one indicator do: costs and points as numbers, points in ten-thousandths. */
export interface Point {
  readonly steps: number;
  readonly cost: number;
  readonly own: number;
  /** Of each of those ahead. */
  readonly moves: readonly number[];
}

/** Steps along which the unit's own points rise evenly, but for their rounding, and nobody else's change. */
export interface Line {
  readonly first: Point;
  readonly last: Point;
  pointAt(steps: number): Point;
}

/** All that steps in one indicator can do. */
export interface Course {
  readonly trial: ColumnTrial;
  readonly grid: ValueGrid;
  /** gain ÷ annual target of one step. */
  readonly costOfStep: Rational;
  /** The same as a floating number. */
  readonly each: number;
  /** By how much the weights that count change with any of its values. */
  readonly weights: number;
  readonly points: readonly Point[];
  readonly lines: readonly Line[];
  /** Two points each between which those ahead are moved too, everybody in one direction only. */
  readonly stretches: readonly (readonly [Point, Point])[];
  /** False where there are so many values that only some were taken. */
  readonly whole: boolean;
  pointAt(steps: number): Point;
}

type Growing = Omit<Course, 'points' | 'lines' | 'stretches' | 'whole'> & {
  readonly points: Point[];
  readonly lines: Line[];
  readonly stretches: (readonly [Point, Point])[];
  whole: boolean;
};

/** Where nothing is known of the way between two values, every one of at most so many is looked at. */
const mostTried = 2000;

/** What an indicator's values can do that cost no more than the limit; undefined where it has no cost or no such value. */
export function courseOf(race: Race, trial: ColumnTrial, limit: Rational | undefined): Course | undefined {
  const target = rational(trial.assignment.annual_target);
  const grid = gridOf(trial);
  if (target.num <= 0n || grid.last < grid.first) return undefined;
  const costOfStep = divide(grid.step, target);
  const last = lastWithin(grid, limit && divide(limit, costOfStep));
  if (last < grid.first) return undefined;
  const first = Number(grid.first);
  const course = emptyCourse(race, { trial, grid, costOfStep, at: first });
  if (last > BigInt(Number.MAX_SAFE_INTEGER)) course.whole = false;
  const end = Math.min(Number(last), Number.MAX_SAFE_INTEGER);
  const isMixed = mixed(race, trial);
  for (const [from, to] of piecesOf(trial, grid, { first, last: end })) addPiece(course, [from, to], isMixed);
  return course;
}

function lastWithin({ last }: ValueGrid, affordable: Rational | undefined): bigint {
  if (!affordable) return last;
  const most = affordable.num / affordable.den;
  return most < last ? most : last;
}

function emptyCourse(
  race: Race,
  { at, ...of }: Pick<Course, 'trial' | 'grid' | 'costOfStep'> & { at: number },
): Growing {
  const only = decidingUnits(race);
  const numberOf = (each: { unit: { id: string } }) => race.book.numberOf(each.unit.id);
  const [own, ahead] = [numberOf(race.own), race.ahead.map(numberOf)];
  const each = Number(of.costOfStep.num) / Number(of.costOfStep.den);
  const changesAt = (steps: number) => changesWith(of.trial, of.grid.valueAt(BigInt(steps)), only);
  const pointsOf = (changes: Changes, unit: number) => Number(changes[unit]?.points ?? 0);
  const weights = changesAt(at)[own]?.weights;
  return {
    ...of,
    each,
    weights: weights ? floating(weights) : 0,
    points: [],
    lines: [],
    stretches: [],
    whole: true,
    pointAt(steps) {
      const changes = changesAt(steps);
      const moves = ahead.map((unit) => pointsOf(changes, unit));
      return { steps, cost: steps * each, own: pointsOf(changes, own), moves };
    },
  };
}

/** Whether somebody ahead is compared in two ways that may pull apart, so that nothing is known between two values. */
function mixed(race: Race, trial: ColumnTrial): boolean {
  const deciding = decidingUnits(race);
  const { peers, touched, index } = trial;
  const isTwofold = touched.some((at) => {
    const rules = simpleRulesOf(peers.assignments[at]?.rule ?? trial.assignment.rule);
    const compared = rules.filter(({ type }) => type === 'efficacy');
    return at !== index && deciding.has(peers.units[at] ?? -1) && compared.length > 1;
  });
  return isTwofold && !movesOneWay(trial);
}

/** The steps cut where a formula changes; between two cuts the unit's own points are linear. */
function piecesOf(
  trial: ColumnTrial,
  grid: ValueGrid,
  { first, last }: { first: number; last: number },
): [number, number][] {
  const cuts = breakValues(trial).flatMap((value) => {
    const { below, above } = grid.stepsTo(value);
    return [Number(above), Number(below) + 1];
  });
  const starts = [first, ...new Set(cuts.filter((cut) => cut > first && cut <= last))].sort((a, b) => a - b);
  return starts.map((start, at) => [start, (starts[at + 1] ?? last + 1) - 1]);
}

function addPiece(course: Growing, [from, to]: [number, number], isMixed: boolean): void {
  const first = course.pointAt(from);
  course.points.push(first);
  if (to === from) return;
  if (isMixed) {
    if (to - from > mostTried) course.whole = false;
    const end = Math.min(to, from + mostTried);
    for (let steps = from + 1; steps <= end; steps += 1) course.points.push(course.pointAt(steps));
    return;
  }
  const last = course.pointAt(to);
  const isMoving = first.moves.some((move, at) => move !== last.moves[at]);
  if (isMoving) addStretches(course, first, last);
  // Where the unit's own points fall or stay, the fewest steps do all that more of them would.
  else if (last.own > first.own) course.lines.push(lineBetween(course, first, last));
}

const stretchesOf = 16;

/** In parts, so that a bound over each is close. */
function addStretches({ stretches, points, pointAt }: Growing, first: Point, last: Point): void {
  let before = first;
  for (let part = 1; part <= stretchesOf; part += 1) {
    const steps = first.steps + Math.floor(((last.steps - first.steps) * part) / stretchesOf);
    if (steps <= before.steps) continue;
    const next = steps === last.steps ? last : pointAt(steps);
    stretches.push([before, next]);
    points.push(next);
    before = next;
  }
}

function lineBetween({ trial, grid, each }: Growing, first: Point, last: Point): Line {
  const exactAt = ({ steps }: Point): Rational => {
    const points = unroundedPoints(trial, triedColumn(trial, grid.valueAt(BigInt(steps))));
    return points ? toRational(points) : rational(0n);
  };
  const from = exactAt(first);
  const rise = divide(subtract(exactAt(last), from), rational(BigInt(last.steps - first.steps)));
  // Over one denominator: (start + step × steps) ÷ den.
  const den = whole(from.den * rise.den);
  const [start, step] = [whole(from.num * rise.den), whole(rise.num * from.den)];
  const rounded = (steps: number): Whole =>
    roundedQuotient(plus(start, times(step, steps - first.steps)), den);
  const before = Number(rounded(first.steps)) - first.own;
  return {
    first,
    last,
    pointAt: (steps) => ({
      steps,
      cost: steps * each,
      own: Number(rounded(steps)) - before,
      moves: first.moves,
    }),
  };
}
