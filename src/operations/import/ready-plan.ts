import type { Report } from '../../domain/assessment/records/report.ts';
import type { RuleChanges } from '../../domain/assessment/records/rule-change.ts';
import type { Period } from '../../domain/calendar/period.ts';
import { isOverdue, type WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { PlannedChanges } from '../../domain/import/plan/import-plan.ts';
import { putOf } from '../../domain/import/plan/rule-news.ts';
import type { Instant } from '../../shared/time.ts';
import type { Batch, DocumentStore, ReadTx } from '../../store/document-store.ts';
import { type WeighedRules, weighRules } from '../rules/change-rules.ts';

/** When a workbook was confirmed, and why its values come after their due day where they do. */
export interface Signature {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly lateReason: string | undefined;
}

/** What is to be written, its rules weighed and its values ready for the store. */
export interface ReadyPlan {
  readonly records: Pick<PlannedChanges, (typeof plainCollections)[number]>;
  /** One a year. */
  readonly rules: readonly YearRules[];
  readonly reports: Batch<'reports'>;
  /** Which of the values come in place of others. */
  readonly corrected: PlannedChanges['reports']['changed'];
  /** Values come after their due day, and no reason was given. */
  readonly isUnexplained: boolean;
}

/** What a workbook changes of one year's rules. */
interface YearRules {
  readonly year: number;
  readonly changes: RuleChanges;
  readonly weighed: WeighedRules;
}

/** Tracks and assignments are rules: they are changed by a rule version, after all that they name is there. */
export const plainCollections = ['units', 'task_forces', 'cadres', 'indicators', 'benchmarks'] as const;

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
  { read, prepare }: Pick<DocumentStore, 'read' | 'prepare'>,
  { reports: values, tracks, assignments, ...records }: PlannedChanges,
  signature: Signature,
): Promise<ReadyPlan> {
  const rules = await read((tx) => weighYears(tx, { tracks, assignments }));
  const put = putOf(values);
  const late = latePeriods(put, signature);
  const reports = await prepare('reports', signedBy(signature, put, late));
  const isUnexplained = late.size > 0 && signature.lateReason === undefined;
  return { records, rules, reports, corrected: values.changed, isUnexplained };
}

async function weighYears(
  tx: ReadTx,
  { tracks, assignments }: Pick<PlannedChanges, 'tracks' | 'assignments'>,
): Promise<YearRules[]> {
  const all = [...putOf(tracks), ...tracks.removed, ...putOf(assignments), ...assignments.removed];
  const rules: YearRules[] = [];
  for (const year of [...new Set(all.map((record) => record.year))].sort()) {
    const of = <T extends { year: number }>(records: readonly T[]) =>
      records.filter((each) => each.year === year);
    const ids = (records: readonly { id: string; year: number }[]) => of(records).map(({ id }) => id);
    const changes = {
      tracks: { put: of(putOf(tracks)), remove: ids(tracks.removed) },
      assignments: { put: of(putOf(assignments)), remove: ids(assignments.removed) },
    };
    rules.push({ year, changes, weighed: await weighRules(tx, changes) });
  }
  return rules;
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
