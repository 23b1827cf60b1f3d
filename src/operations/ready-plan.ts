import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Report } from '../domain/assessment/report.ts';
import type { Period } from '../domain/calendar/period.ts';
import { isOverdue, type WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { PlannedChanges } from '../domain/import/import-plan.ts';
import type { Instant } from '../shared/time.ts';
import type { ReadTx } from '../store/document-store.ts';

/** When a workbook was confirmed, and why its values come after their due day where they do. */
export interface Signature {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly lateReason: string | undefined;
}

/** Reports between two turns of the loop: some milliseconds. */
const perTurn = 250;

/** The periods of a plan's values whose due day has passed. */
export function latePeriods(
  { reports }: Pick<PlannedChanges, 'reports'>,
  { now, calendar }: Pick<Signature, 'now' | 'calendar'>,
): ReadonlySet<Period> {
  const periods = new Set(reports.added.map(({ period }) => period));
  return new Set([...periods].filter((period) => isOverdue(calendar, period, now)));
}

/**
 * What is to be written with its values signed and ready for the store: they count as reported now, late ones with their reason. A workbook
 * holds tens of thousands, and nobody else is answered while they are written.
 */
export async function readyPlan(
  tx: ReadTx,
  changes: PlannedChanges,
  signature: Signature,
): Promise<PlannedChanges> {
  const { reports } = changes;
  const { now, lateReason } = signature;
  const late = latePeriods(changes, signature);
  let count = 0;
  const ready = async (report: Report) => {
    count += 1;
    if (count % perTurn === 0) await nextTurn();
    return tx.ready('reports', {
      ...report,
      reported_at: now,
      ...(report.decided_at === undefined ? {} : { decided_at: now }),
      ...(lateReason !== undefined && late.has(report.period) ? { late_reason: lateReason } : {}),
    });
  };
  const added: Report[] = [];
  for (const report of reports.added) added.push(await ready(report));
  return { ...changes, reports: { ...reports, added } };
}
