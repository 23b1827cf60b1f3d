import { describe, expect, it } from 'vitest';
import { ruleSchema } from '#src/domain/assessment/records/rule.ts';
import { alone, interval, lateNovember, rowOf, type Small, tableOf, value } from '../small-book.ts';

describe('bonuses, deductions and vetoes', () => {
  const base = { reports: [value('U01', '80')] };
  const score = (adjustments: Small['adjustments'], rest: Partial<Small> = {}) =>
    rowOf(tableOf({ ...alone(base), adjustments: adjustments ?? [], ...rest }));

  it('the sum of bonuses is capped by the track, deductions are not, nothing is clamped', () => {
    const bonuses = [{ points: '4' }, { points: '3' }];
    expect(score(bonuses).score).toBe('85.00');
    expect(score(bonuses, { tracks: [{ bonus_cap: '6' }] }).score).toBe('86.00');
    expect(score([{ type: 'deduction', points: '90' }]).score).toBe('-10.00');
  });

  it('count from the period that ends on their date, and in their own year only', () => {
    expect(score([{ date: '2026-10-31' }]).score).toBe('81.00');
    expect(score([{ date: '2026-11-01' }]).score).toBe('80.00');
    expect(score([{ date: '2025-12-31', year: 2025 }]).score).toBe('80.00');
  });

  it('a veto leaves score and place', () => {
    expect(score([{ type: 'veto', points: '3' }])).toMatchObject({ score: '80.00', place: 1, vetoed: true });
  });

  it('give no score to a unit without one', () => {
    expect(rowOf(tableOf({ assignments: [{ weight: '0' }], adjustments: [{}] }))).toMatchObject({
      score: null,
      place: null,
    });
  });
});

describe('rounding', () => {
  it('points are rounded half up to 4 decimals before they are summed, the score once to 2', () => {
    const thirds = ['U01'].flatMap(() => ['AA-01', 'AA-02', 'AA-03']);
    const small: Small = {
      indicators: thirds.map((code) => ({ code })),
      assignments: thirds.map((indicator) => ({ indicator, weight: '0.0001', rule: interval })),
      reports: thirds.map((indicator) => value('U01', '50', { indicator })),
    };
    // each 0.00005 becomes 0.0001: 100 × 0.0003 / 0.0003
    expect(rowOf(tableOf(small)).score).toBe('100.00');
  });

  it('half is away from zero below zero, too', () => {
    const down = alone({
      reports: [value('U01', '0')],
      adjustments: [{ type: 'deduction', points: '0.125' }],
    });
    expect(rowOf(tableOf(down)).score).toBe('-0.13');
  });

  it('rounds 1.005 up, which binary floating point does not', () => {
    expect(rowOf(tableOf(alone({ reports: [value('U01', '1.005')] }))).score).toBe('1.01');
  });

  it('rounds twice where the rulebook does: points of 83.33499… are 83.3350, and the score is 83.34', () => {
    const long = alone({ reports: [value('U01', '83.33499999999999999999')] });
    expect(rowOf(tableOf(long)).score).toBe('83.34');
  });
});

describe('places', () => {
  const four = (place_style: '1224' | '1223'): Small => ({
    tracks: [{ place_style, units: ['U05', 'U04', 'U03', 'U02', 'U01'] }],
    assignments: ['U01', 'U02', 'U03', 'U04'].map((unit) => ({ unit, rule: interval })),
    reports: [value('U01', '10'), value('U02', '50.001'), value('U03', '90'), value('U04', '50.004')],
  });
  const placesOf = (style: '1224' | '1223') =>
    tableOf(four(style)).units.map((row) => [row.unit.id, row.place]);

  it('are by the rounded score; equal scores share one, in order of id; no score is last', () => {
    expect(placesOf('1224')).toEqual([
      ['U03', 1],
      ['U02', 2],
      ['U04', 2],
      ['U01', 4],
      ['U05', null],
    ]);
  });

  it('may be shown 1, 2, 2, 3 by a setting of the track', () => {
    expect(placesOf('1223').map(([, place]) => place)).toEqual([1, 2, 2, 3, null]);
  });

  it('the setting does not touch the rank rule', () => {
    const rule = ruleSchema.parse({ type: 'rank', step: '0.1' });
    const small = {
      ...four('1223'),
      assignments: four('1223').assignments.map((each) => ({ ...each, rule })),
    };
    const tied = {
      ...small,
      reports: [value('U01', '10'), value('U02', '50'), value('U03', '90'), value('U04', '50')],
    };
    expect(rowOf(tableOf(tied)).score).toBe('70.00');
  });
});

describe('who is compared', () => {
  it('only units of the track with the indicator assigned', () => {
    const rule = ruleSchema.parse({ type: 'rank', step: '0.1' });
    const small: Small = {
      tracks: [{ units: ['U01', 'U02'] }, { id: 'T2', units: ['U03'] }],
      assignments: [{ rule }, { unit: 'U03', rule }],
      reports: [value('U01', '10'), value('U02', '50'), value('U03', '90')],
    };
    expect(rowOf(tableOf(small)).score).toBe('100.00');
  });

  it('those late or missing are not in it as 0', () => {
    const rule = ruleSchema.parse({ type: 'efficacy' });
    const small: Small = {
      assignments: ['U01', 'U02', 'U03'].map((unit) => ({ unit, rule })),
      reports: [value('U01', '10'), value('U02', '50')],
    };
    const table = tableOf(small, { now: lateNovember });
    expect([rowOf(table).score, rowOf(table, 'U03').score]).toEqual(['60.00', '0.00']);
  });
});
