import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PlaceAfter, placesAfter } from '#src/domain/assessment/ranking/place-after.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { bookFor } from '#src/domain/assessment/scoring/book.ts';
import { revise } from '#src/domain/assessment/scoring/revise.ts';
import { suppose } from '#src/domain/assessment/scoring/suppose.ts';
import { yearOf } from '#src/domain/calendar/period.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { randomQuestion } from '../random-world.ts';

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

type Found = ReturnType<typeof bookOf>;

/** The places of every unit from whole tables, for a book and the same with suppositions. */
function fromTables([was, is]: readonly [Found, Found], { period, now }: { period: string; now: string }) {
  return was.input.units.flatMap(({ id: unit }) => {
    const track = bookFor(was, period).trackOfUnit(unit, yearOf(period));
    if (!track) return [];
    const row = (of: Found) =>
      scoreTrack(of, { track: track.id, period, now }).units.find((each) => each.unit.id === unit);
    const [before, after] = [row(was), row(is)];
    return [{ unit, before: before?.place, after: after?.place, provisional: after?.provisional }];
  });
}

const bare = (places: readonly PlaceAfter[]) => places.map(({ track: _, ...place }) => place);

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
      const expected = fromTables([was, is], { period, now });
      const found = placesAfter(book, { units, supposed, period, now });
      expect(bare(found)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

it('places go on from report to report as if every table were added up anew', () => {
  fc.assert(
    fc.property(drawn, ({ values, seed, ...size }) => {
      const { world, period, now } = randomQuestion({ seed, ...size });
      fc.pre(world.reports.length > 0);
      const units = world.units.map(({ id }) => id);
      let book = bookOf(world);
      let reports = world.reports;
      for (const [index, { at, value }] of [...values, ...values].entries()) {
        const like = world.reports[at % world.reports.length];
        const assignment = world.assignments[(at + index) % world.assignments.length];
        if (!like || !assignment) return;
        const { indicator, unit } = index % 2 === 0 ? like : assignment;
        const report = {
          ...{ ...like, indicator, unit, id: `r${index}`, rev: 90 + index },
          ...{ value: `${value + index}.5`, state: 'submitted' as const },
        };
        // Asked twice: once the day after, when more may be overdue.
        for (const asked of [now, now.replace(/^2026-(\d\d)-\d\d/, '2026-$1-28')]) {
          const found = placesAfter(book, { units, supposed: [report], period, now: asked });
          const anew = bookOf({ ...world, reports });
          const then = bookOf({ ...world, reports: [...reports, report] });
          expect(bare(found)).toEqual(fromTables([anew, then], { period, now: asked }));
        }
        book = revise(book, { newer: [report], instead: [] });
        reports = [...reports, report];
      }
    }),
    { numRuns: 80 },
  );
});
