import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import type { Report } from '#src/domain/assessment/records/report.ts';
import { revise } from '#src/domain/assessment/scoring/revise.ts';
import { suppose } from '#src/domain/assessment/scoring/suppose.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { randomQuestion } from '../random-world.ts';

const drawn = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 6 }),
  indicators: fc.integer({ min: 1, max: 4 }),
  revisions: fc.array(
    fc.record({ at: fc.nat(), value: fc.integer({ min: -5, max: 15 }), scoredBefore: fc.boolean() }),
    { minLength: 1, maxLength: 8 },
  ),
});

describe('a revised book', () => {
  it('scores as one with the same reports from the start, revision after revision, whichever books were scored meanwhile', () => {
    fc.assert(
      fc.property(drawn, ({ revisions, ...size }) => {
        const { world, period, now } = randomQuestion(size);
        fc.pre(world.reports.length > 0);
        const rank = (which: ReturnType<typeof bookOf>) =>
          world.tracks.map(({ id }) => scoreTrack(which, { track: id, period, now }));
        let reports: readonly Report[] = world.reports;
        let book = bookOf(world);
        const older: (typeof book)[] = [];
        for (const [index, { at, value, scoredBefore }] of revisions.entries()) {
          const like = world.reports[at % world.reports.length];
          if (!like) return;
          if (scoredBefore) rank(book);
          older.push(book);
          const report: Report = {
            ...like,
            id: `r${index}`,
            rev: 90 + index,
            value: `${value}.5`,
            state: 'submitted',
          };
          reports = [...reports, report];
          book = revise(book, { newer: [report], instead: [] });
          // What an older book remembers from now on is none of the newer one's business.
          for (const each of older) rank(each);
          expect(rank(book)).toEqual(rank(bookOf({ ...world, reports })));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is not made of a book in which values are supposed', () => {
    const { world } = randomQuestion({ seed: 5, units: 3, indicators: 2 });
    const [report] = world.reports;
    if (!report) throw new Error('no report');
    const supposed = suppose(bookOf(world), [report]);
    expect(() => revise(supposed, { newer: [report], instead: [] })).toThrow(RangeError);
  });
});
