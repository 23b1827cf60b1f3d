import { expect, test } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { buildBook } from '#src/domain/assessment/scoring/book.ts';
import type { Actor, Place } from '#src/domain/people/actor.ts';
import { seeRoadmap } from '#src/operations/working/see-roadmap.ts';
import { seeWhatIf } from '#src/operations/working/see-what-if.ts';
import { bookInputOf } from '#src/seed/book-input.ts';

const book = buildBook(bookInputOf('data/demo', loadCalendar(['data/seed'], [2025, 2026, 2027])));
const leader: Actor = { openId: 'ou_a', roles: ['district_leader'], id: 'C001', name: '区长' };
const inPrivate: Place = { type: 'private', chatId: 'oc_a' };
const unitsGroup: Place = { type: 'group', chatId: 'oc_b', kind: 'unit', of: 'U01' };
const asked = { period: '2026-10', now: '2026-11-22T09:00:00+08:00', actor: leader };

test('in a unit’s group a leader’s road map says how far others would have to come, not what they reported', async () => {
  const alone = await seeRoadmap(book, { ...asked, unit: 'U01', place: inPrivate });
  expect(alone.staying[0]).toHaveProperty('option');
  const among = await seeRoadmap(book, { ...asked, unit: 'U01', place: unitsGroup });
  expect(among.staying[0]?.points).toBe(alone.staying[0]?.points);
  for (const line of among.staying) expect(line).not.toHaveProperty('option');
});

test('in a unit’s group a leader’s supposition shows the rows that the ranking shows there', () => {
  const [first] = book.assignmentsOf('U01', 2026);
  const indicator = first?.indicator ?? '';
  const supposed = [{ unit: 'U01', indicator, value: book.indicator(indicator).max }];
  const rows = (place: Place) => seeWhatIf(book, { ...asked, supposed, place }).rows.length;
  expect(rows(unitsGroup)).toBeGreaterThan(0);
  expect(rows(unitsGroup)).toBeLessThan(rows(inPrivate));
});
