import { rankingSight, workingSight } from '../../authorize/ranking-sight.ts';
import {
  type Combination,
  cheapestCombination,
} from '../../domain/assessment/roadmap/cheapest-combination.ts';
import { type OvertakeOption, optionsIn, type Step } from '../../domain/assessment/roadmap/overtake.ts';
import { type Outcome, type Race, raceOf } from '../../domain/assessment/roadmap/race.ts';
import { optionToStayAhead, pointsToStayAhead } from '../../domain/assessment/roadmap/stay-ahead.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { When } from '../../domain/assessment/scoring/score-moment.ts';
import { type MilestoneLine, milestoneLines } from '../../domain/assessment/working/milestone-lines.ts';
import { endOf } from '../../domain/calendar/period.ts';
import type { Actor, Place } from '../../domain/people/actor.ts';
import {
  compare,
  multiply,
  type Rational,
  rational,
  subtract,
  toDecimal,
  toFixed,
} from '../../shared/rational.ts';
import { inSlices } from '../../shared/slices.ts';
import { dayOf } from '../../shared/time.ts';
import { oncePerBook } from '../book/once-per-book.ts';
import { shownUnits } from '../ranking/shown-units.ts';
import { checkWorking } from './check-working.ts';

interface Asked extends When {
  readonly unit: string;
}

interface Answering {
  readonly race: Race;
  readonly steps: readonly Step[];
  readonly unit: string;
}

interface Seeing extends Asked {
  readonly actor: Actor;
  readonly place: Place;
}

/** A share as a percentage, e.g. `1.25%`; below a hundredth of one it says so. */
function percent(share: Rational | null): string | null {
  if (share === null) return null;
  const text = toFixed(multiply(share, rational(100n)), 2);
  return share.num > 0n && text === '0.00' ? '不到 0.01%' : `${text}%`;
}

function stepOf(step: Step) {
  return {
    indicator: step.indicator.name,
    measure: step.indicator.measure,
    period: step.q,
    value: step.value,
    needed: step.needed,
    gain: toDecimal(step.gain, 20),
    share: percent(step.cost),
  };
}

function outcomeOf({ scoreAfter, placeAfter, aheadAfter }: Outcome) {
  const scores = aheadAfter.filter((score) => score !== '');
  const [best] = scores.sort((a, b) => compare(rational(b), rational(a)));
  return { scoreAfter, placeAfter, aheadAfter: best };
}

function combinationOf(combination: Combination) {
  const { steps, cost, proven } = combination;
  return { steps: steps.map(stepOf), share: percent(cost), proven, ...outcomeOf(combination) };
}

function milestoneOf({ indicator, points, place, expectedPlace }: MilestoneLine) {
  return {
    indicator: indicator.name,
    measure: indicator.measure,
    points,
    ...(place ? { place } : {}),
    ...(expectedPlace === undefined ? {} : { expectedPlace }),
  };
}

/** Who asks, and where others may read along. */
interface Asking {
  readonly actor: Actor;
  readonly place: Place;
}

/** Names only those whose places may be seen here anyway (domain §8). */
function shownNames(book: Book, { table, ahead }: Race, { actor, place }: Asking): ReadonlySet<string> {
  const scope = { scope: 'track' as const, of: table.track.id };
  const when = { period: table.period, now: table.now };
  const shown = shownUnits(book, { scope, sight: rankingSight(actor, place), when });
  return new Set(ahead.flatMap(({ unit }) => (shown === 'all' || shown.has(unit.id) ? [unit.id] : [])));
}

interface Recommended extends Outcome {
  readonly steps: readonly Step[];
}

interface Ways {
  readonly race: Race;
  readonly options: readonly OvertakeOption[];
  readonly combination: Combination | undefined;
}

/** Searched once a day and version of the data: turning a page asks again. */
const waysOf = oncePerBook(
  ({ unit, period, now }: Asked) => [unit, period, dayOf(now)].join('|'),
  async (book, asked): Promise<Ways> => {
    const race = raceOf(book, asked);
    const options = await inSlices(optionsIn(race));
    return { race, options, combination: await inSlices(cheapestCombination(race, options)) };
  },
);

/** What the first of those ahead could do, likewise. */
const answerTo = oncePerBook(
  ({ race, unit }: Answering) => [unit, race.own.unit.id, race.table.period, dayOf(race.table.now)].join('|'),
  (book, answering) => inSlices(optionToStayAhead(book, answering)),
);

async function stayingAhead(book: Book, { race, way, ...asking }: Asking & { race: Race; way: Recommended }) {
  const names = shownNames(book, race, asking);
  const [first, ...others] = pointsToStayAhead(race, way).filter(({ unit }) => names.has(unit));
  if (!first) return [];
  const all = workingSight(asking.actor, asking.place) === 'all';
  const { steps } = way;
  // What another unit would have to do is made of its raw values: only where those may be shown.
  const option = all ? await answerTo(book, { race, steps, unit: first.unit }) : undefined;
  return [first, ...others].map(({ unit, points }, at) => ({
    name: book.unit(unit).short_name,
    points: toFixed(points, 2),
    ...(at === 0 && option ? { option: stepOf(option) } : {}),
    ...(at === 0 && all ? { none: option === undefined } : {}),
  }));
}

function gapOf({ own, ahead }: Race): string | null {
  const score = ahead[0]?.score;
  if (own.score === null || score === null || score === undefined) return null;
  return toFixed(subtract(rational(score), rational(own.score)), 2);
}

function aheadOf(book: Book, race: Race, asking: Asking) {
  const names = shownNames(book, race, asking);
  return {
    units: race.ahead.length,
    names: race.ahead.flatMap(({ unit }) => (names.has(unit.id) ? [unit.short_name] : [])),
    place: race.ahead[0]?.place ?? null,
    score: race.ahead[0]?.score ?? null,
    gap: gapOf(race),
  };
}

function recommended(
  options: readonly OvertakeOption[],
  combination: Combination | undefined,
): Recommended | undefined {
  const [single] = options;
  return combination ?? (single && { ...single, steps: [single] });
}

/**
 * A unit's road map to the next place, for the card (domain §4): every single indicator, the cheapest combination, what others would have to do,
 * and expected beside actual at each milestone. Lets others in between. Throws `not_allowed` where its working may not be shown.
 */
export async function seeRoadmap(book: Book, { unit, period, now, actor, place }: Seeing) {
  checkWorking(unit, { actor, place });
  const { race, options, combination } = await waysOf(book, { unit, period, now });
  const way = recommended(options, combination);
  const { own, table } = race;
  return {
    unit,
    unitName: own.unit.short_name,
    track: { id: table.track.id, name: table.track.name },
    period,
    ruleVersion: book.ruleVersionFor(period),
    running: endOf(period) >= dayOf(now),
    provisional: own.provisional,
    score: own.score,
    place: own.place,
    ...(race.ahead.length > 0 ? { ahead: aheadOf(book, race, { actor, place }) } : {}),
    options: options.map((option) => ({ ...stepOf(option), ...outcomeOf(option) })),
    ...(combination && combination.steps.length > 1 ? { combination: combinationOf(combination) } : {}),
    singleIsCheapest: combination?.steps.length === 1 ? combination.proven : undefined,
    staying: way ? await stayingAhead(book, { race, way, actor, place }) : [],
    milestones: milestoneLines(book, { unit, period, now }).map(milestoneOf),
  };
}
