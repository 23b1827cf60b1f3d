import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSchema } from '#src/domain/assessment/records/rule.ts';
import { cheapestCombination } from '#src/domain/assessment/roadmap/cheapest-combination.ts';
import { gridOf, overtakesWith } from '#src/domain/assessment/roadmap/fewest-steps.ts';
import { overtake } from '#src/domain/assessment/roadmap/overtake.ts';
import { type Changes, changesWith, type Race, trialsOf } from '#src/domain/assessment/roadmap/race.ts';
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  toDecimal,
  zero,
} from '#src/shared/rational.ts';
import { inOneGo } from '#src/shared/slices.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { demoWorld } from '../demo-world.ts';
import type { Asked } from '../oracle.ts';
import { cheapestByTrying, oracleOptions, tableWith } from '../oracle-overtake.ts';
import { randomQuestion } from '../random-world.ts';
import { lateNovember, smallBook, value } from '../small-book.ts';

/** The least cost of up to three indicators by going through all of their values, with the engine's own changes. */
function cheapestOfAll(race: Race): Rational | undefined {
  const choices = trialsOf(race).map((trial) => {
    const grid = gridOf(trial);
    const count = Math.max(0, Number(grid.last - grid.first) + 1);
    const target = rational(trial.assignment.annual_target);
    return Array.from({ length: compare(target, zero) > 0 ? count : 0 }, (_, at) => {
      const steps = grid.first + BigInt(at);
      const cost = divide(multiply(grid.step, rational(steps)), target);
      return { cost, changes: changesWith(trial, grid.valueAt(steps)) };
    });
  });
  let best: Rational | undefined;
  const tryFrom = (from: number, cost: Rational, changes: readonly Changes[]) => {
    if (best && compare(cost, best) >= 0) return;
    if (changes.length > 0 && overtakesWith(race, changes)) best = cost;
    if (changes.length === 3) return;
    for (let at = from; at < choices.length; at += 1) {
      for (const each of choices[at] ?? []) tryFrom(at + 1, add(cost, each.cost), [...changes, each.changes]);
    }
  };
  tryFrom(0, zero, []);
  return best;
}

/** Ranges so narrow that every step can be tried: −4 … 15 by ones, or 2 … 6 by tenths. */
function narrowed(asked: Asked): Asked {
  const indicators = asked.world.indicators.map((each, at) =>
    at % 2 === 0
      ? { ...each, decimals: 0, min: '-4', max: '15' }
      : { ...each, decimals: 1, min: '2', max: '6' },
  );
  return { ...asked, world: { ...asked.world, indicators } };
}

const drawn = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 2, max: 5 }),
  indicators: fc.integer({ min: 1, max: 3 }),
  at: fc.nat(),
});

const plain = (decimal: string) => toDecimal(rational(decimal), 20);

describe('overtaking in one indicator', () => {
  it('is exactly what trying every step finds, with all rules, blends, ties, gaps and units that move with it', () => {
    fc.assert(
      fc.property(drawn, ({ at, ...size }) => {
        const asked = narrowed(randomQuestion(size));
        const tracks = asked.world.tracks.filter(({ units }) => units.length > 0);
        const track = tracks[at % tracks.length];
        const unit = track?.units[at % track.units.length];
        fc.pre(track !== undefined && unit !== undefined);
        const { options } = overtake(bookOf(asked.world), { ...asked, unit });
        const found = options
          .map(({ indicator, needed, steps, scoreAfter, placeAfter }) => ({
            indicator: indicator.code,
            needed,
            steps: Number(steps),
            scoreAfter,
            placeAfter,
          }))
          .sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
        const expected = oracleOptions(asked, { track: track.id, unit }).map((option) => ({
          ...option,
          needed: plain(option.needed),
        }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 250 },
    );
  }, 60_000);

  it('lists the smallest gain ÷ annual target first, and each option overtakes in the demonstration district', () => {
    const book = bookOf(demoWorld());
    const { race, options } = overtake(book, { unit: 'U03', period: '2026-10', now: lateNovember });
    expect(options.length).toBeGreaterThan(0);
    const costs = options.flatMap(({ cost }) => cost ?? []);
    expect(costs).toEqual([...costs].sort(compare));
    for (const { scoreAfter, aheadAfter, placeAfter } of options) {
      for (const other of aheadAfter) expect(compare(rational(scoreAfter), rational(other))).toBe(1);
      expect(placeAfter).toBeLessThan(race.own.place ?? 0);
    }
  });

  it('finds the one value between thresholds that an f which falls again leaves', () => {
    const steps = ['5', '6', '7'].map((from, at) => ({ from, f: ['0.2', '0.9', '0.3'][at] ?? '' }));
    const book = smallBook({
      assignments: [
        { rule: ruleSchema.parse({ type: 'steps', steps }) },
        { unit: 'U02', rule: ruleSchema.parse({ type: 'interval', zeroAt: '0', fullAt: '100' }) },
      ],
      reports: [value('U01', '1'), value('U02', '50')],
    });
    const { options } = overtake(book, { unit: 'U01', period: '2026-10', now: lateNovember });
    expect(options.map(({ needed, steps: count }) => [needed, count])).toEqual([['6', 50n]]);
  });

  it('has nothing to say to the first', () => {
    const book = smallBook({
      assignments: [{}, { unit: 'U02' }],
      reports: [value('U01', '9'), value('U02', '5')],
    });
    const { race, options } = overtake(book, { unit: 'U01', period: '2026-10', now: lateNovember });
    expect([race.ahead, options]).toEqual([[], []]);
  });
});

describe('the cheapest combination of up to three indicators', () => {
  /** Five values an indicator at most, so that every combination can be tried. */
  function tiny(asked: Asked): Asked {
    const indicators = asked.world.indicators.map((each) => ({ ...each, decimals: 0, min: '3', max: '7' }));
    return { ...asked, world: { ...asked.world, indicators } };
  }

  it('costs exactly what trying every combination finds', () => {
    fc.assert(
      fc.property(drawn, ({ at, ...size }) => {
        const asked = tiny(randomQuestion({ ...size, indicators: size.indicators + 1 }));
        const tracks = asked.world.tracks.filter(({ units }) => units.length > 0);
        const track = tracks[at % tracks.length];
        const unit = track?.units[at % track.units.length];
        fc.pre(track !== undefined && unit !== undefined);
        const book = bookOf(asked.world);
        const { race, options } = overtake(book, { ...asked, unit });
        const found = race.ahead.length === 0 ? undefined : inOneGo(cheapestCombination(race, options));
        const expected = cheapestByTrying(book, asked, { track: track.id, unit });
        expect(found?.cost).toEqual(expected);
        if (!found) return;
        expect(found.proven).toBe(true);
        const rows = tableWith(book, asked, {
          track: track.id,
          supposed: found.steps.map(({ indicator, q, needed }) => ({
            indicator: indicator.code,
            unit,
            period: q,
            value: needed,
          })),
        });
        const own = rows.find((row) => row.unit === unit);
        expect([own?.score, own?.place]).toEqual([found.scoreAfter, found.placeAfter]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is the cheapest of all that wider ranges hold, where values are many, move others and differ in what they cost', () => {
    fc.assert(
      fc.property(drawn, ({ at, seed, units }) => {
        const asked = narrowed(randomQuestion({ seed, units, indicators: 3 }));
        const tracks = asked.world.tracks.filter((track) => track.units.length > 1);
        const unit = tracks[at % Math.max(1, tracks.length)]?.units[0];
        fc.pre(unit !== undefined);
        const { race, options } = overtake(bookOf(asked.world), { ...asked, unit });
        fc.pre(race.ahead.length > 0);
        const found = inOneGo(cheapestCombination(race, options));
        expect(found?.cost).toEqual(cheapestOfAll(race));
        expect(found?.proven ?? true).toBe(true);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('is proven for every unit of the demonstration district in October', () => {
    const book = bookOf(demoWorld());
    const unproven = book.input.units.filter(({ id }) => {
      const { race, options } = overtake(book, { unit: id, period: '2026-10', now: lateNovember });
      return inOneGo(cheapestCombination(race, options))?.proven === false;
    });
    expect(unproven).toEqual([]);
  }, 60_000);
});
