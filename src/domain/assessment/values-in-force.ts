import type { Period } from '../calendar/period.ts';
import type { Numbering } from './numbering.ts';
import type { Report } from './report.ts';

/** The values in force of one indicator and period, by the unit's number. */
export type ValuesByUnit = readonly (Report | undefined)[];

/** The values of a column, by indicator and period. */
type ValuesOf = (indicator: string, period: Period) => ValuesByUnit;

interface Column {
  readonly indicator: string;
  readonly period: Period;
  readonly values: ValuesByUnit;
}

const none: ValuesByUnit = [];

type Index = ReadonlyMap<Period, ReadonlyMap<string, ValuesByUnit>>;
type GrowingIndex = Map<Period, Map<string, (Report | undefined)[]>>;

/**
 * For each indicator, period and unit the highest revision that is not returned (domain §4). Every report given counts, whenever it was
 * made: a live ranking uses what is known now, so a correction moves old periods.
 */
export function valuesInForce(reports: readonly Report[], numberOf: Numbering): ValuesOf {
  const index: GrowingIndex = new Map();
  for (const report of reports) {
    if (report.state === 'returned') continue;
    const values = valuesAt(index, report, numberOf.count());
    const unit = numberOf(report.unit);
    const known = values[unit];
    if (!known || known.rev < report.rev) values[unit] = report;
  }
  return lookUpIn(index);
}

const indexes = new WeakMap<ValuesOf, Index>();

function lookUpIn(index: Index): ValuesOf {
  const valuesOf: ValuesOf = (indicator, period) => index.get(period)?.get(indicator) ?? none;
  indexes.set(valuesOf, index);
  return valuesOf;
}

/** The same with other values in some columns: only the way to them is made anew. Throws a RangeError for what `valuesInForce` did not begin. */
export function revisedValues(valuesOf: ValuesOf, columns: Iterable<Column>): ValuesOf {
  const before = indexes.get(valuesOf);
  if (!before) throw new RangeError('not the values in force');
  const changed = new Map<Period, Map<string, ValuesByUnit>>();
  for (const { period, indicator, values } of columns) {
    const ofPeriod = changed.get(period) ?? new Map(before.get(period));
    changed.set(period, ofPeriod.set(indicator, values));
  }
  return lookUpIn(new Map([...before, ...changed]));
}

function valuesAt(index: GrowingIndex, { period, indicator }: Report, units: number): (Report | undefined)[] {
  let ofPeriod = index.get(period);
  if (!ofPeriod) {
    ofPeriod = new Map();
    index.set(period, ofPeriod);
  }
  let values = ofPeriod.get(indicator);
  if (!values) {
    // In its full length from the start: an array that grows by gaps becomes a slow dictionary.
    values = new Array<undefined>(units).fill(undefined);
    ofPeriod.set(indicator, values);
  }
  return values;
}
