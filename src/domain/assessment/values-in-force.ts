import type { Period } from '../calendar/period.ts';
import type { Numbering } from './numbering.ts';
import type { Report } from './report.ts';

/** The values in force of one indicator and period, by the unit's number. */
export type ValuesByUnit = readonly (Report | undefined)[];

type Index = Map<Period, Map<string, (Report | undefined)[]>>;

/**
 * For each indicator, period and unit the highest revision that is not returned (domain §4). Every report given counts, whenever it was
 * made: a live ranking uses what is known now, so a correction moves old periods.
 */
export function valuesInForce(
  reports: readonly Report[],
  numberOf: Numbering,
): (indicator: string, period: Period) => ValuesByUnit {
  const index: Index = new Map();
  for (const report of reports) {
    if (report.state === 'returned') continue;
    const values = valuesAt(index, report, numberOf.count());
    const unit = numberOf(report.unit);
    const known = values[unit];
    if (!known || known.rev < report.rev) values[unit] = report;
  }
  return (indicator, period) => index.get(period)?.get(indicator) ?? [];
}

function valuesAt(index: Index, { period, indicator }: Report, units: number): (Report | undefined)[] {
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
