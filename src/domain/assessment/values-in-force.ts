import type { Period } from '../calendar/period.ts';
import type { Report } from './report.ts';

/** The values in force of one indicator and unit, by period. */
export type ValuesByPeriod = ReadonlyMap<Period, Report>;

/**
 * For each `indicator|unit` and period the highest revision that is not returned (domain §4). Every report given
 * counts, whenever it was made: a live ranking uses what is known now, so a correction moves old periods.
 */
export function valuesInForce(reports: readonly Report[]): ReadonlyMap<string, ValuesByPeriod> {
  const index = new Map<string, Map<Period, Report>>();
  for (const report of reports) {
    if (report.state === 'returned') continue;
    const key = `${report.indicator}|${report.unit}`;
    const byPeriod = index.get(key) ?? new Map<Period, Report>();
    if (byPeriod.size === 0) index.set(key, byPeriod);
    const known = byPeriod.get(report.period);
    if (!known || known.rev < report.rev) byPeriod.set(report.period, report);
  }
  return index;
}
