import { expect, test } from 'vitest';
import type { Report } from '#src/domain/assessment/records/report.ts';
import { asSubmitted, limitReports } from '#src/domain/import/plan/limit-reports.ts';
import { planImport } from '#src/domain/import/plan-import.ts';

const nothing = {
  ...{ units: [], tracks: [], task_forces: [], cadres: [] },
  ...{ indicators: [], benchmarks: [], assignments: [], reports: [] },
};
const report = (indicator: string): Report => ({
  ...{ id: indicator, indicator, unit: 'U06', period: '2026-10', rev: 1, value: '1', state: 'confirmed' },
  ...{ reporter: 'C044', reported_at: '2026-11-06T09:00:00+08:00' },
  ...{ decided_by: 'C044', decided_at: '2026-11-06T09:00:00+08:00' },
});

test('a cadre’s workbook waits for others to confirm, and names for whom each value is reported', () => {
  const empty = planImport([], nothing, { by: 'C044', at: '2026-11-06T09:00:00+08:00' });
  const added = [report('own'), report('colleague')];
  const plan = { ...empty, changes: { ...empty.changes, reports: { ...empty.changes.reports, added } } };
  const submitted = asSubmitted(plan, ({ indicator }) => (indicator === 'own' ? 'C044' : 'C045'));
  const [own, other] = submitted.changes.reports.added;
  expect(own).toMatchObject({ state: 'submitted', reporter: 'C044' });
  expect(own).not.toHaveProperty('on_behalf_of');
  expect(own).not.toHaveProperty('decided_by');
  expect(other).toMatchObject({ state: 'submitted', reporter: 'C044', on_behalf_of: 'C045' });
});

test('a value in place of another is left out or submitted like any, and nothing is said of one that is left out', () => {
  const at = { sheet: '进度', cell: 'D3', row: 3, severity: 'warning', message: '', remedy: '' } as const;
  const empty = planImport([], nothing, { by: 'C044', at: '2026-11-06T09:00:00+08:00' });
  const changed = ['open', 'locked'].map((id) => ({ before: report('before'), after: report(id) }));
  const problems = [at, { ...at, report: 'open' }, { ...at, report: 'locked' }];
  const reports = { ...empty.changes.reports, changed };
  const limited = limitReports(
    { ...empty, problems, changes: { ...empty.changes, reports } },
    ({ id }) => id === 'open',
  );
  expect(limited.leftOut).toBe(1);
  expect(limited.plan.problems).toEqual(problems.slice(0, 2));
  const submitted = asSubmitted(limited.plan, () => 'C045').changes.reports.changed;
  expect(submitted).toMatchObject([
    { before: { state: 'confirmed' }, after: { state: 'submitted', on_behalf_of: 'C045' } },
  ]);
});
