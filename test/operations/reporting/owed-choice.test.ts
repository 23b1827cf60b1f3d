import { expect, it } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { buildBook } from '#src/domain/assessment/scoring/book.ts';
import type { Actor } from '#src/domain/people/actor.ts';
import { findOwed } from '#src/operations/reporting/find-owed.ts';
import { choiceOf, chosenIndicator, chosenPeriod } from '#src/operations/reporting/owed-choice.ts';
import { bookInputOf } from '#src/seed/book-input.ts';

const now = '2026-11-06T09:00:00+08:00';
const post = { unit: 'U36', unit_name: '', post: '', rank: '', posts: [], post_since: '' };
const actor: Actor = {
  ...{ openId: 'ou_two', id: 'C999', name: '两家', roles: [] },
  cadre: { ...post, id: 'C999', name: '两家', roles: [] },
};
const gaps = new Map([
  ['U36', '2026-05'],
  ['U37', '2026-08'],
]);
const input = bookInputOf('data/demo', loadCalendar(['data/demo', 'data/seed'], [2025, 2026, 2027]));
const book = buildBook({
  ...input,
  assignments: input.assignments.map((one) =>
    one.indicator === 'XM-01' && gaps.has(one.unit) ? { ...one, reporter: 'C999' } : one,
  ),
  reports: input.reports.filter((one) => one.indicator !== 'XM-01' || gaps.get(one.unit) !== one.period),
});

it('a choice of the form means the period that it names, and for another unit the one that this owes', () => {
  const owed = findOwed(book, { actor, now }).owed.find(({ period }) => period === '2026-05');
  const choice = choiceOf('XM-01', owed);
  const periodFor = (unit: string | undefined) => chosenPeriod({ choice, unit, actor, book, now });
  expect(chosenIndicator(choice)).toBe('XM-01');
  expect([undefined, 'U36', 'U37', 'U38'].map(periodFor)).toEqual([
    '2026-05',
    '2026-05',
    '2026-08',
    undefined,
  ]);
  expect(chosenPeriod({ choice: 'XM-01', unit: undefined, actor, book, now })).toBe(undefined);
});
