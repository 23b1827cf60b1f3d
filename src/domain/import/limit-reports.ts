import type { Report } from '../assessment/report.ts';
import type { ImportPlan } from './import-plan.ts';

/** A plan without the values that its sender may not report, and how many these are. */
export function limitReports(
  plan: ImportPlan,
  may: (report: Report) => boolean,
): { plan: ImportPlan; foreign: number } {
  const { added, changed, removed } = plan.changes.reports;
  const reports = {
    ...plan.changes.reports,
    added: added.filter(may),
    changed: changed.filter(({ after }) => may(after)),
    removed: removed.filter(may),
  };
  const before = added.length + changed.length + removed.length;
  const after = reports.added.length + reports.changed.length + reports.removed.length;
  return { plan: { ...plan, changes: { ...plan.changes, reports } }, foreign: before - after };
}
