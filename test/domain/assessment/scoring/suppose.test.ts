import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { suppose } from '#src/domain/assessment/scoring/suppose.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { randomQuestion } from '../random-world.ts';

const drawn = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 6 }),
  indicators: fc.integer({ min: 1, max: 4 }),
  at: fc.nat(),
  value: fc.integer({ min: -5, max: 15 }),
});

it('a supposed value scores as a reported one would, in a book that has been scored before', () => {
  fc.assert(
    fc.property(drawn, ({ at, value, ...size }) => {
      const { world, period, now } = randomQuestion(size);
      const like = world.reports[at % world.reports.length];
      fc.pre(like !== undefined);
      const { indicator, unit, period: q } = like;
      const supposed = { indicator, unit, period: q, value: `${value}.5` };
      const anew = bookOf({
        ...world,
        reports: [...world.reports, { ...like, ...supposed, rev: 99, state: 'confirmed' }],
      });
      const book = bookOf(world);
      const rank = (which: typeof book) =>
        world.tracks.map(({ id }) => scoreTrack(which, { track: id, period, now }));
      const before = rank(book);
      expect(rank(suppose(book, [supposed]))).toEqual(rank(anew));
      expect(rank(book)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
