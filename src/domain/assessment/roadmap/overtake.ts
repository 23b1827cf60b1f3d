import { compare, divide, multiply, type Rational, rational } from '../../../shared/rational.ts';
import { inOneGo, type Slices } from '../../../shared/slices.ts';
import type { Period } from '../../calendar/period.ts';
import type { Assignment } from '../records/assignment.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Book } from '../scoring/book.ts';
import type { When } from '../scoring/score-moment.ts';
import type { ColumnTrial } from './column-trial.ts';
import { fewestSteps, gridOf } from './fewest-steps.ts';
import { changesWith, type Outcome, outcome, type Race, raceOf, trialsOf } from './race.ts';
import type { ValueGrid } from './value-grid.ts';

/** Some steps in one indicator. */
export interface Step {
  readonly assignment: Assignment;
  readonly indicator: Indicator;
  readonly q: Period;
  /** The value there is, null where nothing is reported. */
  readonly value: string | null;
  readonly needed: string;
  /** Steps of the indicator's last decimal; from the worse end of its range where nothing is reported. */
  readonly steps: bigint;
  /** steps × one step, without a sign. */
  readonly gain: Rational;
  /** gain ÷ annual target; null where that is not above 0. */
  readonly cost: Rational | null;
}

/** One indicator in which a unit alone could overtake, with the fewest steps that do. */
export interface OvertakeOption extends Step, Outcome {}

/** The units on the next better place, and every way past them in one indicator, the smallest first. */
interface Overtaking {
  readonly race: Race;
  readonly options: readonly OvertakeOption[];
}

/** Every single indicator with which the unit would overtake (domain §4, Road map), by gain ÷ annual target, then by code. */
export function overtake(book: Book, asked: When & { readonly unit: string }): Overtaking {
  const race = raceOf(book, asked);
  return { race, options: inOneGo(optionsIn(race)) };
}

/** The same for a race that is ready, one indicator after the other, so that others can be served between two. */
export function* optionsIn(race: Race): Slices<readonly OvertakeOption[]> {
  const options: OvertakeOption[] = [];
  if (race.ahead.length === 0) return options;
  for (const trial of trialsOf(race)) {
    options.push(...optionOf(race, trial));
    yield;
  }
  return options.sort(byCost);
}

function byCost(a: OvertakeOption, b: OvertakeOption): number {
  const codes = a.indicator.code < b.indicator.code ? -1 : 1;
  if (a.cost === null || b.cost === null)
    return (a.cost === null ? 1 : 0) - (b.cost === null ? 1 : 0) || codes;
  return compare(a.cost, b.cost) || codes;
}

function optionOf(race: Race, trial: ColumnTrial): OvertakeOption[] {
  const grid = gridOf(trial);
  const steps = fewestSteps(race, { trial, grid });
  if (steps === undefined) return [];
  const changes = changesWith(trial, grid.valueAt(steps));
  return [{ ...stepIn(trial, grid, steps), ...outcome(race, [changes]) }];
}

/** A number of steps on an indicator's grid, with what it gains and costs. */
export function stepIn(
  { assignment, peers, column, index }: ColumnTrial,
  grid: ValueGrid,
  steps: bigint,
): Step {
  const gain = multiply(grid.step, rational(steps));
  const target = rational(assignment.annual_target);
  return {
    assignment,
    indicator: peers.indicator,
    q: column.q,
    value: column.reports[index]?.value ?? null,
    needed: grid.valueAt(steps),
    steps,
    gain,
    cost: target.num > 0n ? divide(gain, target) : null,
  };
}
