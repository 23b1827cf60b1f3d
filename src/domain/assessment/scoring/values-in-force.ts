import type { Exact } from '../../../shared/exact.ts';
import { readExact } from '../../../shared/read-exact.ts';
import type { Period } from '../../calendar/period.ts';
import type { Report } from '../records/report.ts';
import { grouped, remembered } from './indexes.ts';
import type { Numbering } from './numbering.ts';

/** The values in force of one indicator and period, by the unit's number. */
export interface ValuesByUnit {
  readonly reports: readonly (Report | undefined)[];
  /** The values reported, read. */
  readonly values: readonly (Exact | undefined)[];
}

/** The same while values are put in. */
export interface GrowingValues {
  readonly reports: (Report | undefined)[];
  readonly values: (Exact | undefined)[];
}

/** Puts a report in, in place of the one there is. */
export function putValue({ reports, values }: GrowingValues, at: number, report: Report): void {
  reports[at] = report;
  values[at] = readExact(report.value);
}

/** The values of a column, by indicator and period. */
type ValuesOf = (indicator: string, period: Period) => ValuesByUnit;

type ByIndicator = ReadonlyMap<string, ValuesByUnit>;

interface Index {
  /** The values of a period as they were at first; sorted when first asked for. */
  readonly sorted: (period: Period) => ByIndicator;
  /** Those of the periods in which there are others now. */
  readonly revised: ReadonlyMap<Period, ByIndicator>;
}

const noValues: ValuesByUnit = { reports: [], values: [] };

/**
 * For each indicator, period and unit the highest revision that is not returned (domain §4). Every report given counts, whenever it was
 * made: a live ranking uses what is known now, so a correction moves old periods. A period is sorted when it is first asked for: of a
 * year's reports a ranking wants few.
 */
export function valuesInForce(reports: readonly Report[], numberOf: Numbering): ValuesOf {
  const byPeriod = grouped(reports, ({ period }) => period);
  const sorted = remembered((period: Period) => byIndicator(byPeriod.get(period) ?? [], numberOf));
  return lookUpIn({ sorted, revised: new Map() });
}

const indexes = new WeakMap<ValuesOf, Index>();

const inPeriod = ({ revised, sorted }: Index, period: Period) => revised.get(period) ?? sorted(period);

function lookUpIn(index: Index): ValuesOf {
  const valuesOf: ValuesOf = (indicator, period) => inPeriod(index, period).get(indicator) ?? noValues;
  indexes.set(valuesOf, index);
  return valuesOf;
}

interface Column {
  readonly indicator: string;
  readonly period: Period;
  readonly values: ValuesByUnit;
}

/** The same with other values in some columns: only the way to them is made anew. Throws a RangeError for what `valuesInForce` did not begin. */
export function revisedValues(valuesOf: ValuesOf, columns: Iterable<Column>): ValuesOf {
  const before = indexes.get(valuesOf);
  if (!before) throw new RangeError('not the values in force');
  const changed = new Map<Period, Map<string, ValuesByUnit>>();
  for (const { period, indicator, values } of columns) {
    const ofPeriod = changed.get(period) ?? new Map(inPeriod(before, period));
    changed.set(period, ofPeriod.set(indicator, values));
  }
  return lookUpIn({ ...before, revised: new Map([...before.revised, ...changed]) });
}

function byIndicator(reports: readonly Report[], numberOf: Numbering): ByIndicator {
  const index = new Map<string, GrowingValues>();
  let last: string | undefined;
  let number = 0;
  for (const report of reports) {
    if (report.state === 'returned') continue;
    const { unit } = report;
    // Many of one unit come one after the other.
    if (unit !== last) number = numberOf(unit);
    last = unit;
    const values = valuesAt(index, report.indicator, numberOf);
    const known = values.reports[number];
    if (!known || known.rev < report.rev) putValue(values, number, report);
  }
  return index;
}

function valuesAt(index: Map<string, GrowingValues>, indicator: string, numberOf: Numbering): GrowingValues {
  const known = index.get(indicator);
  if (known) return known;
  // In its full length from the start: an array that grows by gaps becomes a slow dictionary.
  const none = new Array<undefined>(numberOf.count()).fill(undefined);
  const values = { reports: none, values: none.slice() };
  index.set(indicator, values);
  return values;
}
