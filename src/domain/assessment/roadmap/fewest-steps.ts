import type { Whole } from '../../../shared/whole.ts';
import type { ColumnTrial } from './column-trial.ts';
import { leftmost } from './leftmost.ts';
import { type Changes, changesWith, type Race, scoreWith } from './race.ts';
import { turningValues } from './turning-values.ts';
import { type ValueGrid, valueGrid } from './value-grid.ts';

/** The scores that decide, in hundredths: the unit's own and those of who is ahead. */
interface Probe {
  readonly own: Whole | null;
  readonly ahead: readonly (Whole | null)[];
}

/** Whether changes lift the unit's rounded score strictly above everybody's on the next better place. */
export function overtakesWith(race: Race, changes: readonly Changes[]): boolean {
  return overtakes(probeOf(race, changes));
}

function probeOf(race: Race, changes: readonly Changes[]): Probe {
  const { book, own, ahead } = race;
  return {
    own: scoreWith(race, book.numberOf(own.unit.id), changes),
    ahead: ahead.map(({ unit }) => scoreWith(race, book.numberOf(unit.id), changes)),
  };
}

function overtakes({ own, ahead }: Probe): boolean {
  return own !== null && ahead.every((other) => other === null || own > other);
}

/** Within a piece scores move one way, so nothing in between is better than the better end. */
function mayOvertake(from: Probe, to: Probe): boolean {
  const best = larger(from.own, to.own);
  return (
    best !== null &&
    from.ahead.every((other, at) => {
      const then = to.ahead[at] ?? null;
      return other === null || then === null || best > other || best > then;
    })
  );
}

function larger(a: Whole | null, b: Whole | null): Whole | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** The numbers of the units whose scores decide. */
export function decidingUnits({ book, own, ahead }: Race): ReadonlySet<number> {
  return new Set([own, ...ahead].map(({ unit }) => book.numberOf(unit.id)));
}

/** The grid of the value that a trial is about. */
export function gridOf({ peers, column, index }: ColumnTrial): ValueGrid {
  return valueGrid(peers.indicator, column.reports[index]?.value ?? null);
}

/** One indicator, and what is supposed in others already. */
export interface Stepping {
  readonly trial: ColumnTrial;
  readonly grid: ValueGrid;
  readonly beside?: readonly Changes[];
}

/** The fewest steps in one indicator with which the unit overtakes (domain §4, Road map); undefined where none do. */
export function fewestSteps(race: Race, { trial, grid, beside = [] }: Stepping): bigint | undefined {
  if (grid.last < grid.first) return undefined;
  const only = decidingUnits(race);
  const starts = turningValues(trial).flatMap((value) => {
    const { below, above } = grid.stepsTo(value);
    return [above, below + 1n];
  });
  const found = leftmost<Probe>({
    first: grid.first,
    last: grid.last,
    starts,
    probe: (steps) => probeOf(race, [...beside, changesWith(trial, grid.valueAt(steps), only)]),
    holds: overtakes,
    mayHold: mayOvertake,
  });
  return found?.steps;
}
