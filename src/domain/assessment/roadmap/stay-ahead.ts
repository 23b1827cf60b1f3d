import { add, fraction, type Rational, rational, subtract } from '../../../shared/rational.ts';
import type { Slices } from '../../../shared/slices.ts';
import type { Book } from '../scoring/book.ts';
import { suppose } from '../scoring/suppose.ts';
import { type OvertakeOption, optionsIn, type Step } from './overtake.ts';
import { type Outcome, type Race, raceOf } from './race.ts';

/** What somebody who would be overtaken has to do to stay ahead. */
export interface StayAhead {
  readonly unit: string;
  /** How many points of the score more. */
  readonly points: Rational;
}

const hundredth = fraction(1n, 100n);

/** How many points each of those ahead would have to gain to stay strictly above the unit's new score. */
export function pointsToStayAhead(
  { ahead }: Race,
  { scoreAfter, aheadAfter }: Outcome,
): readonly StayAhead[] {
  return ahead.map(({ unit }, at) => ({
    unit: unit.id,
    points: add(subtract(rational(scoreAfter), rational(aheadAfter[at] ?? scoreAfter)), hundredth),
  }));
}

/** The smallest single indicator with which a unit that would be overtaken is ahead again; undefined where none is enough. */
export function* optionToStayAhead(
  book: Book,
  { race, steps, unit }: { race: Race; steps: readonly Step[]; unit: string },
): Slices<OvertakeOption | undefined> {
  const { period, now } = race.table;
  const supposed = steps.map(({ assignment, q, needed }) => ({
    unit: assignment.unit,
    indicator: assignment.indicator,
    period: q,
    value: needed,
  }));
  const then = raceOf(suppose(book, supposed), { unit, period, now });
  const overtaker = then.table.units.find((row) => row.unit.id === race.own.unit.id);
  if (!overtaker) return undefined;
  const [smallest] = yield* optionsIn({ ...then, ahead: [overtaker] });
  return smallest;
}
