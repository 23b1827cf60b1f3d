import type { Report } from '../domain/assessment/report.ts';
import type { Period } from '../domain/calendar/period.ts';
import { isOverdue, type WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { PlannedChanges } from '../domain/import/import-plan.ts';
import type { Instant } from '../shared/time.ts';
import type { Batch, DocumentStore } from '../store/document-store.ts';

/** When a workbook was confirmed, and why its values come after their due day where they do. */
export interface Signature {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly lateReason: string | undefined;
}

/** What is to be written, its values ready for the store. */
export interface ReadyPlan {
  readonly records: Omit<PlannedChanges, 'reports'>;
  readonly reports: Batch<'reports'>;
  /** Values come after their due day, and no reason was given. */
  readonly isUnexplained: boolean;
}

/** The periods of a plan's values whose due day has passed. */
function latePeriods(reports: readonly Report[], { now, calendar }: Signature): ReadonlySet<Period> {
  const periods = new Set(reports.map(({ period }) => period));
  return new Set([...periods].filter((period) => isOverdue(calendar, period, now)));
}

/**
 * What is to be written with its values signed and made ready by the store: they count as reported now, late ones with their reason. A
 * workbook holds tens of thousands, and nobody else is answered while they are written.
 */
export async function readyPlan(
  prepare: DocumentStore['prepare'],
  { reports: { added }, ...records }: PlannedChanges,
  signature: Signature,
): Promise<ReadyPlan> {
  const late = latePeriods(added, signature);
  const reports = await prepare('reports', signedBy(signature, added, late));
  return { records, reports, isUnexplained: late.size > 0 && signature.lateReason === undefined };
}

/** One after another, as the store asks for them. */
function* signedBy(
  { now, lateReason }: Signature,
  reports: readonly Report[],
  late: ReadonlySet<Period>,
): Generator<Report> {
  for (const report of reports)
    yield {
      ...report,
      reported_at: now,
      ...(report.decided_at === undefined ? {} : { decided_at: now }),
      ...(lateReason !== undefined && late.has(report.period) ? { late_reason: lateReason } : {}),
    };
}
