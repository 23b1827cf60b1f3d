import type { Report } from '../../assessment/records/report.ts';
import type { ImportPlan } from './import-plan.ts';

/** A plan without the values that may not come in, and how many these are. */
export function limitReports(
  plan: ImportPlan,
  may: (report: Report) => boolean,
): { plan: ImportPlan; leftOut: number } {
  const { reports } = plan.changes;
  const added = reports.added.filter(may);
  const limited = { ...plan, changes: { ...plan.changes, reports: { ...reports, added } } };
  return { plan: limited, leftOut: reports.added.length - added.length };
}

/** The values as their unit hands them in: for others to confirm, and named with whom they are reported for. */
export function asSubmitted(
  plan: ImportPlan,
  reporterOf: (report: Report) => string | undefined,
): ImportPlan {
  const { reports } = plan.changes;
  const added = reports.added.map(({ decided_by: _by, decided_at: _at, ...report }) => {
    const reporter = reporterOf({ ...report });
    const behalf = reporter === undefined || reporter === report.reporter ? {} : { on_behalf_of: reporter };
    return { ...report, state: 'submitted' as const, ...behalf };
  });
  return { ...plan, changes: { ...plan.changes, reports: { ...reports, added } } };
}
