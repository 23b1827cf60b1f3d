import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { comparePeriods } from '#src/domain/assessment/working/compare-periods.ts';
import { shiftPeriod } from '#src/domain/calendar/period.ts';
import { add, compare, rational, subtract, toDecimal, toFixed, zero } from '#src/shared/rational.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { randomQuestion } from '../random-world.ts';
import { halfYearJoins, lateNovember, smallBook, value } from '../small-book.ts';

const drawn = fc.record({
  seed: fc.integer(),
  units: fc.integer({ min: 1, max: 6 }),
  indicators: fc.integer({ min: 1, max: 5 }),
  at: fc.nat(),
});

const hundredth = rational('0.01');

describe('the difference between two periods', () => {
  it('is the exact sum of its lines, bonus and deduction; only rounding is left, below a hundredth', () => {
    fc.assert(
      fc.property(drawn, ({ at, ...size }) => {
        const { world, period, now } = randomQuestion(size);
        const unit = world.units[at % world.units.length]?.id ?? '';
        const book = bookOf(world);
        const from = shiftPeriod(period, -1);
        const compared = comparePeriods(book, { unit, from, to: period, now });
        if (!compared) return;
        const { lines, bonusChange, deductionChange, change, rounding, before, after } = compared;
        const sum = lines.reduce((total, line) => add(total, line.change), zero);
        const exact = subtract(add(sum, bonusChange), deductionChange);
        expect(add(exact, rounding)).toEqual(change);
        expect(compare(rounding, hundredth) <= 0 && compare(subtract(zero, hundredth), rounding) <= 0).toBe(
          true,
        );
        expect(toFixed(change, 2)).toBe(
          toFixed(subtract(rational(after.score.score ?? ''), rational(before.score.score ?? '')), 2),
        );
        const rows = (when: string) =>
          scoreTrack(book, { track: after.table.track.id, period: when, now }).units;
        const scoreIn = (when: string, id: string) => rows(when).find((row) => row.unit.id === id)?.score;
        const above = (when: string, id: string) => {
          const [own, other] = [scoreIn(when, unit), scoreIn(when, id)];
          return own && other ? compare(rational(other), rational(own)) : Number.NaN;
        };
        const others = after.table.track.units.filter((id) => id !== unit);
        const passedUs = others.filter((id) => above(from, id) <= 0 && above(period, id) > 0);
        const passedByUs = others.filter((id) => above(from, id) >= 0 && above(period, id) < 0);
        expect([compared.passedUs.units, compared.passedByUs.units]).toEqual([
          passedUs.length,
          passedByUs.length,
        ]);
      }),
      { numRuns: 150 },
    );
  });

  const book = smallBook({
    indicators: [{ code: 'AA-01' }, { code: 'AA-02' }],
    assignments: [{ weight: '60' }, { weight: '40', indicator: 'AA-02' }, { unit: 'U02' }, { unit: 'U03' }],
    reports: [
      value('U01', '80', { period: '2026-09' }),
      value('U01', '70'),
      value('U01', '50', { indicator: 'AA-02', period: '2026-09' }),
      value('U01', '60', { indicator: 'AA-02' }),
      value('U02', '60', { period: '2026-09' }),
      value('U02', '75.5'),
      value('U03', '90', { period: '2026-09' }),
      value('U03', '10'),
    ],
    adjustments: [{ date: '2026-10-10', points: '0.5' }],
  });
  const compared = comparePeriods(book, { unit: 'U01', from: '2026-09', to: '2026-10', now: lateNovember });

  it('names the greatest fall first and what bonus and rounding add', () => {
    const plain = compared?.lines.map(({ indicator, change }) => [indicator.code, toDecimal(change, 4)]);
    expect(plain).toEqual([
      ['AA-01', '-6'],
      ['AA-02', '4'],
    ]);
    expect(compared && [compared.bonusChange, compared.change].map((each) => toDecimal(each, 4))).toEqual([
      '0.5',
      '-1.5',
    ]);
  });

  it('counts those who passed us with what they gained in all, and those we passed', () => {
    expect(compared?.passedUs).toEqual({ units: 1, change: rational('15.5') });
    expect(compared?.passedByUs).toEqual({ units: 1, change: rational('-80') });
  });

  it('parts what another share of the weights does from what another rate does, each with its own sign', () => {
    const parted = comparePeriods(halfYearJoins(), {
      ...{ unit: 'U01', from: '2026-05', to: '2026-06', now: lateNovember },
    });
    const parts = parted?.lines.flatMap(({ indicator, change, byShare }) => {
      if (!byShare) return [];
      const shown = [change, byShare.share, byShare.change].map((each) => toDecimal(each, 4));
      return [[indicator.code, ...shown]];
    });
    // Shares 0.5 → 0.4, average before 0.7; AA-01 0.9 → 0.91, AA-03 0.5 in both.
    expect(parts).toEqual([
      ['AA-01', '-1.6', '-0.1', '-2.05'],
      ['AA-03', '2', '-0.1', '2'],
    ]);
  });

  it('has nothing to compare where there is no score in one of the periods', () => {
    expect(
      comparePeriods(book, { unit: 'U01', from: '2025-12', to: '2026-10', now: lateNovember }),
    ).toBeUndefined();
  });
});
