import { expect, test } from 'vitest';
import { dataset } from '#src/seed/dataset.ts';
import { isAdjustmentKnownAt, problemKnownAt, reportKnownAt } from '#src/seed/known-at.ts';

const at = '2026-11-06T09:00:00+08:00';
const reports = dataset.reports('data/demo');
const problems = dataset.problems('data/demo');

test('reports that came later are left out, decisions that came later are taken back', () => {
  const known = reports.map((report) => reportKnownAt(report, at)).filter((report) => report !== undefined);
  expect(known.length).toBeLessThan(reports.length);
  expect(known.every((report) => report.reported_at <= at && (report.decided_at ?? at) <= at)).toBe(true);
  const undecided = reports.find((report) => report.reported_at <= at && (report.decided_at ?? '') > at);
  expect(undecided && reportKnownAt(undecided, at)).toMatchObject({ state: 'submitted' });
});

test('problems stand as they stood: no step of theirs is later than the instant', () => {
  const known = problems
    .map((problem) => problemKnownAt(problem, at))
    .filter((problem) => problem !== undefined);
  const moments = known.flatMap((problem) => [problem.closed_at, problem.answered_at, problem.accepted_at]);
  expect(moments.every((moment) => moment === null || moment <= at)).toBe(true);
  expect(known.filter((problem) => problem.state === 'closed' && problem.closed_at === null)).toEqual([]);
});

test('a bonus, deduction or veto counts from its day on, not before', () => {
  expect(isAdjustmentKnownAt({ date: '2026-11-06' }, at)).toBe(true);
  expect(isAdjustmentKnownAt({ date: '2026-11-07' }, at)).toBe(false);
});
