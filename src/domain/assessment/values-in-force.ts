import type { Period } from '../calendar/period.ts';
import { grouped, remembered } from './indexes.ts';
import type { Report } from './report.ts';

/** The values in force of one indicator and period, by unit. */
export type ValuesByUnit = ReadonlyMap<string, Report>;

const noValues: ValuesByUnit = new Map();

/**
 * For each indicator, period and unit the highest revision that is not returned (domain §4). Every report given counts, whenever it was
 * made: a live ranking uses what is known now, so a correction moves old periods. Only the periods asked for are indexed.
 */
export function valuesInForce(
  reports: readonly Report[],
): (indicator: string, period: Period) => ValuesByUnit {
  const byPeriod = grouped(reports, (report) => report.period);
  const indexOf = remembered((period: Period) => byIndicator(byPeriod.get(period) ?? []));
  return (indicator, period) => indexOf(period).get(indicator) ?? noValues;
}

function byIndicator(reports: readonly Report[]): ReadonlyMap<string, ValuesByUnit> {
  const index = new Map<string, Map<string, Report>>();
  for (const report of reports) {
    if (report.state === 'returned') continue;
    let byUnit = index.get(report.indicator);
    if (!byUnit) {
      byUnit = new Map();
      index.set(report.indicator, byUnit);
    }
    const known = byUnit.get(report.unit);
    if (!known || known.rev < report.rev) byUnit.set(report.unit, report);
  }
  return index;
}
