import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookFor } from '#src/domain/assessment/book.ts';
import { placesAfter } from '#src/domain/assessment/place-after.ts';
import { scoreTrack } from '#src/domain/assessment/score-track.ts';
import { suppose } from '#src/domain/assessment/suppose.ts';
import { yearOf } from '#src/domain/calendar/period.ts';
import { bookOf } from './compare-with-oracle.ts';
import { randomQuestion } from './random-world.ts';

const drawn = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 7 }),
  indicators: fc.integer({ min: 1, max: 4 }),
  values: fc.array(fc.record({ at: fc.nat(), value: fc.integer({ min: -5, max: 15 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  scoredBefore: fc.boolean(),
});

it('places after some values are those of the whole table scored anew, in random small districts', () => {
  fc.assert(
    fc.property(drawn, ({ values, scoredBefore, ...size }) => {
      const { world, period, now } = randomQuestion(size);
      fc.pre(world.assignments.length > 0);
      const supposed = values.flatMap(({ at, value }) => {
        const like = world.reports[at % world.reports.length];
        const assignment = world.assignments[at % world.assignments.length];
        const { indicator, unit } = (at % 2 === 0 && like) || assignment || { indicator: '', unit: '' };
        return [{ indicator, unit, period: like?.period ?? period, value: `${value}.5` }];
      });
      const book = bookOf(world);
      const tables = (of: typeof book) =>
        world.tracks
          .filter(({ year }) => year === yearOf(period))
          .map(({ id }) => scoreTrack(of, { track: id, period, now }));
      if (scoredBefore) tables(book);
      const units = world.units.map(({ id }) => id);
      const [was, is] = [bookOf(world), suppose(bookOf(world), supposed)];
      const expected = units.flatMap((unit) => {
        const track = bookFor(was, period).trackOfUnit(unit, yearOf(period));
        if (!track) return [];
        const row = (of: typeof book) =>
          scoreTrack(of, { track: track.id, period, now }).units.find((each) => each.unit.id === unit);
        const [before, after] = [row(was), row(is)];
        return [{ unit, before: before?.place, after: after?.place, provisional: after?.provisional }];
      });
      const found = placesAfter(book, { units, supposed, period, now });
      expect(found.map(({ track: _, ...place }) => place)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
