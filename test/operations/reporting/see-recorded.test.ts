import { expect, it } from 'vitest';
import type { Actor } from '#src/domain/people/actor.ts';
import { findOwed } from '#src/operations/reporting/find-owed.ts';
import { seeRecorded } from '#src/operations/reporting/see-recorded.ts';
import { bookOf } from '../../domain/assessment/compare-with-oracle.ts';
import { demoWorld } from '../../domain/assessment/demo-world.ts';

const book = bookOf(demoWorld());
const now = '2026-11-06T09:00:00+08:00';
const place = { type: 'private' as const, chatId: 'oc_x' };

function headOf(unit: string): Actor {
  const post = { unit, unit_name: '', post: '局长', rank: '', posts: [], post_since: '' };
  const cadre = { ...post, id: 'C999', name: '某人', roles: ['unit_head' as const] };
  return { openId: 'ou_x', id: 'C999', name: '某人', roles: ['cadre', 'unit_head'], cadre };
}

it('what is still owed after a report says how much of it is overdue', () => {
  const words = book.input.units.map(({ id }) => {
    const actor = headOf(id);
    const { owed } = findOwed(book, { actor, now });
    const late = owed.filter(({ overdue }) => overdue).length;
    const { next } = seeRecorded(book, { reports: [], actor, place, now, nameOf: (id) => id });
    if (owed.length === 0) expect(next).toBeUndefined();
    else if (late === 0) expect(next).toMatch(/^还有 \d+ 项待报，最早的截止\d+月\d+日。$/);
    else expect(next).toMatch(new RegExp(`^还有 ${owed.length} 项待报，其中 ${late} 项已逾期（最早的截止`));
    return next ?? '';
  });
  expect(words.join()).toContain('已逾期');
});

it('a value shows in the place of the period that it counts in, whenever it is recorded', () => {
  const late = '2027-01-25T09:00:00+08:00';
  const actor = headOf('U06');
  const effectsOf = (at: string, periods: readonly string[]) => {
    const reports = periods.map((period) => ({
      ...{
        id: period,
        indicator: 'JJ-03',
        unit: 'U06',
        period,
        rev: 9,
        value: '170',
        state: 'submitted' as const,
      },
      ...{ reporter: 'C045', reported_at: at },
    }));
    return seeRecorded(book, { reports, actor, place, now: at, nameOf: (id) => id }).effects;
  };
  expect(effectsOf(late, ['2026-10'])).toEqual([expect.stringMatching(/2026年10月在.*第 \d+ 名/)]);
  expect(effectsOf(late, ['2026-12', '2026-10'])).toMatchObject([
    expect.stringContaining('2026年10月'),
    expect.stringContaining('2026年12月'),
  ]);
  expect(effectsOf(now, ['2026-10'])).toEqual([expect.stringContaining('2026年10月')]);
  expect(effectsOf(now, ['2026-11'])).toEqual([]);
});
