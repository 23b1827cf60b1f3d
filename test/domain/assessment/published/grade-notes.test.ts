import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeNotes } from '#src/domain/assessment/published/grade-notes.ts';
import { gradeTrack } from '#src/domain/assessment/published/grades.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { randomQuestion } from '../random-world.ts';

const size = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 7 }),
  indicators: fc.integer({ min: 1, max: 4 }),
});

describe('notes on the edges of grades', () => {
  it('name the last above and the first below, who is strictly behind and of a lower grade', () => {
    let edges = 0;
    fc.assert(
      fc.property(size, (drawn) => {
        const { world, period, now } = randomQuestion(drawn);
        const graded = gradeTrack(scoreTrack(bookOf(world), { track: 'T1', period, now }));
        const rows = graded.map((each) => ({ ...each, name: each.unit.id }));
        const find = (name: string) => rows.find((each) => each.name === name);
        for (const { above, last, below, gap } of gradeNotes(rows)) {
          edges += 1;
          expect(find(last)?.grade).toBe(above);
          expect(Number(gap)).toBeGreaterThan(0);
          const order = ['first', 'second', 'third'];
          expect(order.indexOf(find(below)?.grade ?? '')).toBeGreaterThan(order.indexOf(above));
          const nearer = rows.filter(({ barred, score, grade }) => {
            const isCandidate = above === 'second' || !barred;
            const isBelow = order.indexOf(grade ?? '') > order.indexOf(above);
            return isCandidate && isBelow && Number(score) > Number(find(below)?.score);
          });
          expect(nearer).toEqual([]);
        }
      }),
      { numRuns: 60, seed: 9 },
    );
    expect(edges).toBeGreaterThan(20);
  });
});
