import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Book } from '#src/domain/assessment/scoring/book.ts';
import { revise } from '#src/domain/assessment/scoring/revise.ts';
import { endOf, periodAt, shiftPeriod } from '#src/domain/calendar/period.ts';
import type { Actor } from '#src/domain/people/actor.ts';
import { findOwed } from '#src/operations/reporting/find-owed.ts';
import { bookOf } from '../../domain/assessment/compare-with-oracle.ts';
import { randomQuestion } from '../../domain/assessment/random-world.ts';

const perYear = { half_month: 24, month: 12, quarter: 4, half: 2, year: 1 };
const personOf = (id: string, roles: Actor['roles']): Actor => {
  const post = { unit: 'U01', unit_name: '', post: '', rank: '', posts: [], post_since: '' };
  return { openId: `ou_${id}`, id, name: id, roles, cadre: { ...post, id, name: id, roles: [...roles] } };
};
const people = [personOf('C001', []), personOf('C002', ['unit_head'])];

/** Every ended period of this year and the last of what the person answers for that has no value, of the last 24. */
function owedBy(book: Book, { cadre, roles }: Actor, day: string): string[] {
  const year = Number(day.slice(0, 4));
  return book.input.assignments.flatMap((one) => {
    const isTheirs = one.reporter === cadre?.id || (roles.includes('unit_head') && one.unit === cadre?.unit);
    if (!isTheirs || (one.year !== year && one.year !== year - 1)) return [];
    const { frequency } = book.indicator(one.indicator);
    return Array.from({ length: perYear[frequency] }, (_, index) => periodAt(frequency, one.year, index + 1))
      .filter(
        (period) =>
          endOf(period) < day &&
          endOf(shiftPeriod(period, 24)) >= day &&
          !book.valueFor(one.indicator, one.unit, period),
      )
      .map((period) => `${one.id} ${period} ${book.dueDayOf(period) < day}`);
  });
}

const drawn = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 4 }),
  indicators: fc.integer({ min: 1, max: 3 }),
  at: fc.nat(),
  day: fc.constantFrom('2026-01-09', '2026-07-01', '2026-11-20', '2027-01-05'),
});

it('what a person owes is every ended period without a value, before and after a report, on whatever day it is asked', () => {
  fc.assert(
    fc.property(drawn, ({ at, day, ...size }) => {
      const { world } = randomQuestion(size);
      const expectSame = (book: Book, today: string) => {
        for (const actor of people) {
          const { owed } = findOwed(book, { actor, now: `${today}T09:00:00+08:00` });
          const named = owed.map(
            ({ assignment, period, overdue }) => `${assignment.id} ${period} ${overdue}`,
          );
          expect(named.toSorted()).toEqual(owedBy(book, actor, today).toSorted());
          expect(owed.map(({ due }) => due)).toEqual(owed.map(({ due }) => due).toSorted());
        }
      };
      const book = bookOf(world);
      expectSame(book, day);
      const one = world.assignments[at % Math.max(1, world.assignments.length)];
      fc.pre(one !== undefined);
      const like = {
        id: 'r',
        rev: 9,
        value: '1',
        state: 'submitted' as const,
        reporter: '',
        reported_at: '',
      };
      const period = periodAt(book.indicator(one.indicator).frequency, one.year, 1);
      const revised = revise(book, {
        newer: [{ ...like, indicator: one.indicator, unit: one.unit, period }],
        instead: [],
      });
      expectSame(revised, day);
      expectSame(book, '2026-12-01');
      expectSame(revised, '2026-12-01');
    }),
    { numRuns: 100 },
  );
});
