import { describe, expect, it } from 'vitest';
import { ruleSchema } from '#src/domain/assessment/records/rule.ts';
import { alone, firstOf, interval, rowOf, type Small, tableOf, value } from '../small-book.ts';

describe('the value that counts', () => {
  it('is that of the last period of the indicator’s own frequency', () => {
    const small = alone({
      indicators: [{ frequency: 'quarter' }],
      reports: [value('U01', '70', { period: '2026Q3' }), value('U01', '99', { period: '2026-10' })],
    });
    const scored = firstOf(small);
    expect(scored).toMatchObject({ q: '2026Q3', value: '70', status: 'scored' });
  });

  it('is not owed before the first period of the year has ended, nor does that make the ranking provisional', () => {
    const small = alone({ indicators: [{ frequency: 'year' }] });
    expect(rowOf(tableOf(small))).toMatchObject({
      score: null,
      place: null,
      due: 0,
      provisional: false,
    });
  });

  it('is the highest revision that is not returned; submitted counts like confirmed', () => {
    const small = alone({
      reports: [
        value('U01', '10', { rev: 1 }),
        value('U01', '50', { rev: 3, state: 'submitted' }),
        value('U01', '90', { rev: 4, state: 'returned' }),
        value('U01', '20', { rev: 2 }),
      ],
    });
    expect(rowOf(tableOf(small)).score).toBe('50.00');
  });

  it('counts even if it was reported after the moment of asking: the book is what is known', () => {
    const small = alone({ reports: [value('U01', '50', { reported_at: '2026-12-24T09:00:00+08:00' })] });
    expect(rowOf(tableOf(small)).score).toBe('50.00');
  });

  it('a quarter, half or year asked for is the same as its last month', () => {
    const small = alone({ reports: [value('U01', '50', { period: '2026-06' })] });
    for (const period of ['2026Q2', '2026H1', '2026-06', '2026-06B', '2026-07A'])
      expect(rowOf(tableOf(small, { period })).score).toBe('50.00');
  });

  it('of another year finds no assignment', () => {
    const small = alone({ reports: [value('U01', '50', { period: '2026-12' })] });
    expect(rowOf(tableOf(small, { period: '2027-01', now: '2027-02-20T09:00:00+08:00' })).score).toBeNull();
  });
});

describe('the target', () => {
  const small: Small = alone({
    rule: ruleSchema.parse({ type: 'completion', cap: '9' }),
    indicators: [{ kind: 'cumulative' }],
  });
  const [own] = small.assignments;
  const withMilestone = {
    ...small,
    assignments: [{ ...own, milestones: [{ period: '2026Q3', value: '60' }] }],
  };
  const targetIn = (period: string, frequency: 'month' | 'half_month' | 'quarter' = 'month') => {
    const scored = firstOf({ ...withMilestone, indicators: [{ kind: 'cumulative', frequency }] }, { period });
    return scored?.target ? `${scored.target.num}/${scored.target.den}` : null;
  };

  it('is the milestone on exactly its last day, whatever the frequency', () => {
    expect(targetIn('2026-09')).toBe('60/1');
    expect(targetIn('2026-10', 'quarter')).toBe('60/1');
    expect(targetIn('2026-09B', 'half_month')).toBe('60/1');
  });

  it('is else the share of the year that has passed, never interpolated', () => {
    expect(targetIn('2026-08')).toBe('200/3');
    expect(targetIn('2026-10')).toBe('250/3');
    expect(targetIn('2026-09A', 'half_month')).toBe('425/6');
  });
});

describe('what is not there', () => {
  const floor = ruleSchema.parse({ type: 'completion', floor: '0.5' });
  // 2026-10 is due on Friday 6 November, the fifth working day after the 31st.
  const at = (now: string) => rowOf(tableOf(alone({ rule: floor }), { now }));
  const scoredAt = (now: string) => firstOf(alone({ rule: floor }), { now });

  it('is left out until its due day has passed, and the ranking is provisional', () => {
    expect(at('2026-11-06T23:59:59+08:00')).toMatchObject({
      score: null,
      provisional: true,
      reported: 0,
      due: 1,
    });
    expect(scoredAt('2026-11-06T23:59:59+08:00')).toMatchObject({
      status: 'left_out_not_due',
      f: null,
    });
  });

  it('counts 0 whatever the floor from 00:00 of the day after', () => {
    expect(at('2026-11-07T00:00:00+08:00')).toMatchObject({
      score: '0.00',
      place: 1,
      provisional: false,
      due: 1,
    });
    expect(scoredAt('2026-11-07T00:00:00+08:00')?.status).toBe('unreported');
  });

  it('is not even owed while its period runs', () => {
    expect(at('2026-10-31T12:00:00+08:00')).toMatchObject({ reported: 0, due: 0, provisional: true });
    expect(at('2026-11-01T00:00:00+08:00').due).toBe(1);
  });

  it('overdue beats a missing benchmark', () => {
    const rule = ruleSchema.parse({ type: 'growth', against: 'city', perPoint: '0.1' });
    expect(rowOf(tableOf(alone({ rule }))).score).toBe('0.00');
    expect(rowOf(tableOf(alone({ rule, reports: [value('U01', '7')] })))).toMatchObject({
      score: null,
      provisional: true,
      reported: 1,
    });
  });

  it('is in neither sum when left out', () => {
    const small: Small = {
      indicators: [{ code: 'AA-01' }, { code: 'AA-02', frequency: 'half_month' }],
      assignments: [
        { weight: '60', rule: interval },
        { weight: '40', rule: interval, indicator: 'AA-02' },
      ],
      reports: [value('U01', '50', { indicator: 'AA-02', period: '2026-10B' })],
    };
    expect(rowOf(tableOf(small, { now: '2026-11-05T09:00:00+08:00' }))).toMatchObject({
      score: '50.00',
      provisional: true,
      reported: 1,
      due: 2,
    });
  });
});

describe('asking for what is not there', () => {
  it('an unknown track is refused', () => {
    expect(() => tableOf({ assignments: [], tracks: [{ id: 'T9', units: [] }] })).toThrow(
      'not in the book: T1',
    );
  });

  it('a target of 0 under completion is named', () => {
    const small = { assignments: [{ annual_target: '0' }], reports: [value('U01', '1')] };
    expect(() => tableOf(small)).toThrow('U01:AA-01');
  });
});
