import { multiply, type Rational, rational } from '../../shared/rational.ts';
import type { Assignment } from './assignment.ts';
import type { Indicator } from './indicator.ts';
import type { Line, Peers } from './line.ts';
import type { Track } from './track.ts';
import type { ValuesByPeriod } from './values-in-force.ts';

const weightScale = rational(10n ** 20n);
const noValues: ValuesByPeriod = new Map();

/** What the lines of a year are made from. */
export interface YearSources {
  readonly tracks: readonly Track[];
  readonly assignments: readonly Assignment[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly values: ReadonlyMap<string, ValuesByPeriod>;
  readonly number: (text: string) => Rational;
}

/** The lines of one year by unit, in the order of the assignments; throws a RangeError when an indicator is unknown. */
export function yearLines(sources: YearSources): ReadonlyMap<string, readonly Line[]> {
  const trackOf = new Map(sources.tracks.flatMap((track) => track.units.map((unit) => [unit, track.id])));
  const peersOf = new Map<string, Peers>();
  const lines = new Map<string, Line[]>();
  for (const assignment of sources.assignments) {
    const key = `${trackOf.get(assignment.unit) ?? ''}|${assignment.indicator}`;
    const peers: Peers = peersOf.get(key) ?? { lines: [], comparisons: new Map() };
    peersOf.set(key, peers);
    const line = newLine(sources, assignment, peers);
    peers.lines.push(line);
    const own = lines.get(assignment.unit);
    if (own) own.push(line);
    else lines.set(assignment.unit, [line]);
  }
  return lines;
}

function newLine(sources: YearSources, assignment: Assignment, peers: Peers): Line {
  const indicator = sources.indicators.get(assignment.indicator);
  if (!indicator)
    throw new RangeError(`assignment ${assignment.id}: unknown indicator ${assignment.indicator}`);
  const weight = sources.number(assignment.weight);
  return {
    assignment,
    indicator,
    weight,
    weightUnits: multiply(weight, weightScale).num,
    values: sources.values.get(`${assignment.indicator}|${assignment.unit}`) ?? noValues,
    peers,
    scores: new Map(),
  };
}
