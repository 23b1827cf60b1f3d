import { compare, type Rational } from '../../../shared/rational.ts';
import type { Slices } from '../../../shared/slices.ts';
import { candidatesOf } from './combination-candidates.ts';
import { type Course, courseOf, type Point } from './combination-course.ts';
import type { Chosen } from './combination-entries.ts';
import { listsOf, type Measuring } from './combination-list.ts';
import { type Margin, marginOf } from './combination-margin.ts';
import { aboutOf, costOf, type Search, searchIn, setBest } from './combination-search.ts';
import { bestWorth, isOutOfReach, type Worth, worthwhilePoints } from './combination-worth.ts';
import { fewestSteps } from './fewest-steps.ts';
import { type OvertakeOption, type Step, stepIn } from './overtake.ts';
import { changesWith, type Outcome, outcome, type Race, trialsOf } from './race.ts';

/** Up to three indicators that overtake together. */
export interface Combination extends Outcome {
  readonly steps: readonly Step[];
  /** Σ gain ÷ annual target. */
  readonly cost: Rational;
  /**
   * Whether it is proven that no combination of up to three costs less: the search came to its end. Else it is the best found, with no step in
   * it that could be spared.
   */
  readonly proven: boolean;
}

/** Work after which a search gives up: of the first one over some of the values, and of the one that proves. */
const firstNodes = 100_000;
const mostNodes = 3_000_000;
/** Values that are looked at altogether. */
const mostPoints = 600_000;

/**
 * The cheapest way past the next unit in up to three indicators, by Σ gain ÷ annual target; undefined where there is none. First a good one is
 * looked for among some values of each indicator; then all values that could be part of a cheaper one are gone through. The bound: whatever a
 * point of the score is taken to be worth, a combination costs at least the worth of what is needed, and of each indicator the least that its
 * cost exceeds the worth of its gain (Lagrange's relaxation).
 */
export function* cheapestCombination(
  race: Race,
  options: readonly OvertakeOption[],
): Slices<Combination | undefined> {
  if (race.ahead.length === 0) return undefined;
  const single = options.find(({ cost }) => cost !== null);
  const limit = single?.cost ?? undefined;
  const courses: Course[] = [];
  for (const trial of trialsOf(race)) {
    courses.push(...[courseOf(race, trial, limit) ?? []].flat());
    yield;
  }
  const measuring = measuringOf(marginOf(race), courses);
  const search: Search = { race, measuring, limit, about: aboutOf(limit), nodes: 0, most: firstNodes };
  yield* searchAll(search, courses, (course) => someOf(course));
  if (search.best) spare(search, search.best);
  if (!search.limit && isOutOfReach(measuring, courses)) return undefined;
  yield;
  search.nodes = 0;
  search.most = mostNodes;
  const whole = yield* searchAll(search, courses, pointsFor(search, courses));
  const proven = whole && courses.every((course) => course.whole);
  if (!proven && search.best) spare(search, search.best);
  if (search.best) return combined(race, search.best, { cost: costOf(search.best), proven });
  return single && limit ? { ...single, steps: [single], cost: limit, proven } : undefined;
}

function measuringOf(margin: Margin, courses: readonly Course[]): Measuring {
  const most = (weights: readonly number[]) =>
    [...weights]
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((sum, each) => sum + Math.max(0, each), 0);
  const weights = courses.map((course) => course.weights);
  const widest = margin.weights + most(weights);
  const narrowest = Math.max(0, margin.weights - most(weights.map((each) => -each)));
  // Of several ahead the one whom the others' moves help least bounds best.
  const fallOf = (at: number) =>
    courses.reduce(
      (sum, { points }) =>
        sum + Math.max(0, ...points.map((point) => -margin.riseOf(at, point.moves[at] ?? 0))),
      0,
    );
  const falls = (courses[0]?.points[0]?.moves ?? []).map((_, at) => fallOf(at));
  return { ...margin, widest, narrowest, lead: Math.max(0, falls.indexOf(Math.min(...falls))) };
}

const someOfLine = 24;

/** Some points of a course. */
function someOf({ points, lines }: Course): Point[] {
  const along = lines.flatMap(({ first, last, pointAt }) => {
    const parts = Math.min(someOfLine, last.steps - first.steps);
    const steps = Array.from({ length: parts }, (_, at) => {
      return first.steps + Math.floor(((last.steps - first.steps) * (at + 1)) / parts);
    });
    return steps.map(pointAt);
  });
  return [...points, ...along];
}

/** All points of a course that could be part of something cheaper than what is known. */
function pointsFor(search: Search, courses: readonly Course[]): (course: Course) => Point[] {
  const known = search.about;
  const worth: Worth | undefined =
    Number.isFinite(known) && known > 0 ? bestWorth(search.measuring, courses, known) : undefined;
  return (course) => worthwhilePoints(search.measuring, course, { worth, known });
}

/** Goes through all that may be cheaper than the limit, the most promising first; whether it came to its end. */
function* searchAll(
  search: Search,
  courses: readonly Course[],
  pointsOf: (course: Course) => Point[],
): Slices<boolean> {
  const { measuring } = search;
  const lists = [];
  let points = 0;
  for (const course of courses) {
    const own = pointsOf(course);
    points += own.length;
    if (points > mostPoints) return false;
    lists.push(...listsOf(measuring, course, own));
    yield;
  }
  const widest = [...lists].sort((a, b) => (b.reach.at(-1) ?? 0) - (a.reach.at(-1) ?? 0));
  const [first] = widest;
  const others = widest.filter(
    ({ course }, at) => course !== first?.course && widest.findIndex((each) => each.course === course) === at,
  );
  if (!search.limit && first) searchIn(search, [first, ...others.slice(0, 2)]);
  const limit = search.about;
  const around =
    (Number.isFinite(limit) ? limit : (first?.points.at(-1)?.cost ?? 0)) / Math.max(1, measuring.need);
  let pause = search.nodes;
  for (const { lists: together, bound } of candidatesOf(measuring, lists, { around, limit })) {
    if (bound > search.about * (1 + 1e-12)) return true;
    searchIn(search, together);
    if (search.nodes > search.most) return false;
    if (search.nodes < pause) continue;
    pause = search.nodes + 5_000;
    yield;
  }
  return true;
}

/** The same with as few steps in each indicator as the others allow. */
function spare(search: Search, best: readonly Chosen[]): void {
  let chosen = best;
  for (const [at, { course, steps }] of best.entries()) {
    const beside = chosen.flatMap((each, other) => (other === at ? [] : [changesOf(each)]));
    const fewest = fewestSteps(search.race, { trial: course.trial, grid: course.grid, beside });
    if (fewest !== undefined && Number(fewest) < steps)
      chosen = chosen.with(at, { course, steps: Number(fewest) });
  }
  const cost = costOf(chosen);
  if (search.limit && compare(cost, search.limit) >= 0) return;
  setBest(search, chosen);
}

function changesOf({ course, steps }: Chosen) {
  return changesWith(course.trial, course.grid.valueAt(BigInt(steps)));
}

function combined(race: Race, best: readonly Chosen[], of: { cost: Rational; proven: boolean }): Combination {
  return {
    steps: best.map(({ course, steps }) => stepIn(course.trial, course.grid, BigInt(steps))),
    ...of,
    // Every unit of the track is placed again, not only those that decide.
    ...outcome(race, best.map(changesOf)),
  };
}
