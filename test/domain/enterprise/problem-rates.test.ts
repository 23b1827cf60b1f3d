import { expect, test } from 'vitest';
import { problemRates } from '#src/domain/enterprise/problem-rates.ts';

const at = '2026-10-01T09:00:00+08:00';
const base = { state: 'closed' as const, assigned_at: at, first_answer_at: at, end: 'solved' as const };

test('rates count what is owed: returned ones not at all, ends with a public reason apart, unrated ones in no satisfaction', () => {
  const problems = [
    { ...base, unit: '甲', rating: 'satisfied' as const },
    { ...base, unit: '甲', rating: 'not_satisfied' as const },
    { ...base, unit: '甲', rating: 'basically_satisfied' as const },
    { ...base, unit: '甲', end: 'not_ours' as const, rating: null },
    { ...base, unit: '甲', state: 'in_progress' as const, end: null, first_answer_at: null, rating: null },
    { ...base, unit: '乙', state: 'returned' as const, assigned_at: null, end: null, rating: null },
  ];
  const [first, second, all] = problemRates(problems, ({ unit }) => unit);
  expect(first).toEqual({
    ...{ name: '甲', count: 5, assigned: 5, answered: 4, response: '80.00' },
    ...{ solved: 3, apart: 1, solution: '75.00', rated: 3, content: 2, satisfaction: '66.67' },
  });
  expect(second).toMatchObject({ name: '乙', count: 0, response: null, solution: null, satisfaction: null });
  expect(all).toEqual({ ...first, name: '合计' });
});
