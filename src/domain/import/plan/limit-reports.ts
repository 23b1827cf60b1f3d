import type { Report } from '../../assessment/records/report.ts';
import type { ImportPlan } from './import-plan.ts';

/** A plan without the values that may not come in and what it says of them, and how many these are. */
export function limitReports(
  plan: ImportPlan,
  may: (report: Report) => boolean,
): { plan: ImportPlan; leftOut: number } {
  const { reports } = plan.changes;
  const added = reports.added.filter(may);
  const changed = reports.changed.filter(({ after }) => may(after));
  const gone = new Set(reports.changed.filter(({ after }) => !may(after)).map(({ after }) => after.id));
  const problems = plan.problems.filter(({ report }) => report === undefined || !gone.has(report));
  const limited = {
    ...plan,
    problems,
    changes: { ...plan.changes, reports: { ...reports, added, changed } },
  };
  return { plan: limited, leftOut: reports.added.length - added.length + gone.size };
}

/** The values as their unit hands them in: for others to confirm, and named with whom they are reported for. */
export function asSubmitted(
  plan: ImportPlan,
  reporterOf: (report: Report) => string | undefined,
): ImportPlan {
  const { reports } = plan.changes;
  const submitted = ({ decided_by: _by, decided_at: _at, ...report }: Report): Report => {
    const reporter = reporterOf({ ...report });
    const behalf = reporter === undefined || reporter === report.reporter ? {} : { on_behalf_of: reporter };
    return { ...report, state: 'submitted', ...behalf };
  };
  const added = reports.added.map(submitted);
  const changed = reports.changed.map(({ before, after }) => ({ before, after: submitted(after) }));
  return { ...plan, changes: { ...plan.changes, reports: { ...reports, added, changed } } };
}
