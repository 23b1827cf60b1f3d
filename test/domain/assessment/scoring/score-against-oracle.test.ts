import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookOf, expectSameScopes, expectSameTracks } from '../compare-with-oracle.ts';
import { demoWorld } from '../demo-world.ts';
import { randomQuestion } from '../random-world.ts';

const size = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 9 }),
  indicators: fc.integer({ min: 1, max: 5 }),
});

/** Enough for a machine that is busy with everything else of the gate. */
const patience = 120_000;

describe('the engine agrees with a naive reading of domain §4', () => {
  it(
    'in random small worlds with all rules, gaps, ties and dates around due days',
    () => {
      fc.assert(
        fc.property(size, (drawn) => {
          const asked = randomQuestion(drawn);
          const book = bookOf(asked.world);
          expectSameTracks(book, asked);
          expectSameScopes(book, asked);
        }),
        { numRuns: 400 },
      );
    },
    patience,
  );

  const book = bookOf(demoWorld());
  it.each([
    ['2026-10', '2026-11-22T09:00:00+08:00'],
    ['2026-10', '2026-11-04T09:00:00+08:00'],
    ['2026-09', '2026-10-16T00:00:00+08:00'],
    ['2026Q1', '2026-04-08T12:00:00+08:00'],
    ['2026-01', '2026-11-22T09:00:00+08:00'],
    ['2026', '2026-11-22T09:00:00+08:00'],
  ])('on the whole demonstration district in %s asked at %s', (period, now) => {
    const asked = { world: demoWorld(), period, now };
    expectSameTracks(book, asked);
  });

  it('in the other scopes of the demonstration district', () => {
    expectSameScopes(book, { world: demoWorld(), period: '2026-10', now: '2026-11-22T09:00:00+08:00' });
  });

  it('and the demonstration district has what it takes to tell', () => {
    const world = demoWorld();
    expect(world.assignments.length).toBe(1530);
    expect(new Set(world.assignments.map((each) => each.rule.type)).size).toBe(7);
  });
});
