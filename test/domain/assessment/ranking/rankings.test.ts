import { describe, expect, it } from 'vitest';
import { gradeTrack } from '#src/domain/assessment/published/grades.ts';
import { movement } from '#src/domain/assessment/ranking/movement.ts';
import { rankDistrict } from '#src/domain/assessment/ranking/rank-district.ts';
import { rankIndicator } from '#src/domain/assessment/ranking/rank-indicator.ts';
import { rankTaskForce } from '#src/domain/assessment/ranking/rank-task-force.ts';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { lastEndedMonth } from '#src/domain/assessment/values/last-ended-month.ts';
import { interval, lateNovember, type Small, smallBook, tableOf } from '../small-book.ts';

const october = { period: '2026-10', now: lateNovember };

/** Units U01, U02 … with these scores; an empty one has no score. */
function scored(scores: readonly string[], rest: Partial<Small> = {}): Small {
  const ids = scores.map((_, index) => `U${String(index + 1).padStart(2, '0')}`);
  const withScore = ids.filter((_, index) => scores[index] !== '');
  return {
    tracks: [{ units: ids }],
    assignments: withScore.map((unit) => ({ unit, rule: interval })),
    reports: ids.map((unit, index) => ({ unit, value: scores[index] || '0' })),
    ...rest,
  };
}

function gradesOf(small: Small): string {
  return [...gradeTrack(tableOf(small))]
    .sort((a, b) => (a.unit.id < b.unit.id ? -1 : 1))
    .map(({ grade }) => (grade === null ? '-' : { first: '1', second: '2', third: '3' }[grade]))
    .join('');
}

describe('year-end grades', () => {
  it('30 % and 50 % of ten are three and five', () => {
    expect(gradesOf(scored(['90', '89', '88', '87', '86', '85', '84', '83', '82', '81']))).toBe('1112222233');
  });

  it('quotas are rounded half up of the units with a score, the first is at least one', () => {
    expect(gradesOf(scored(['90', '89', '88', '87', '86', '']))).toBe('11222-');
    expect(gradesOf(scored(['90']))).toBe('1');
    expect(gradesOf(scored(['90', '80'], { tracks: [{ units: ['U01', 'U02'], first_quota: '0.01' }] }))).toBe(
      '12',
    );
  });

  it('ties at an edge all come in, and do not shrink the second quota', () => {
    expect(gradesOf(scored(['90', '88', '88', '88', '86', '85', '84', '83', '82', '82']))).toBe('1111222222');
    expect(gradesOf(scored(['90', '90', '90', '90']))).toBe('1111');
  });

  it('a barred unit leaves its seat in the first grade to the next and may be second', () => {
    const adjustments = [{ unit: 'U01', type: 'veto', points: '0' } as const];
    expect(gradesOf(scored(['90', '89', '88', '87', '86', '85'], { adjustments }))).toBe('211223');
    expect(gradesOf(scored(['90'], { adjustments }))).toBe('2');
  });

  it('places shown 1, 2, 2, 3 change nothing', () => {
    const scores = ['90', '88', '88', '86', '85', '84'];
    const tracks = [{ place_style: '1223' as const, units: ['U01', 'U02', 'U03', 'U04', 'U05', 'U06'] }];
    expect(gradesOf(scored(scores, { tracks }))).toBe(gradesOf(scored(scores)));
  });
});

describe('the district’s list', () => {
  it('mixes tracks by score, 1, 2, 2, 4, and keeps the place in the track', () => {
    const small = scored(['70', '90', '90', '60'], {
      tracks: [
        { units: ['U01', 'U02'], place_style: '1223' },
        { id: 'T2', units: ['U03', 'U04'] },
      ],
    });
    const rows = rankDistrict(smallBook(small), october).units;
    expect(rows.map(({ unit, track, place, trackPlace }) => [unit.id, track.id, place, trackPlace])).toEqual([
      ['U02', 'T1', 1, 1],
      ['U03', 'T2', 1, 1],
      ['U01', 'T1', 3, 2],
      ['U04', 'T2', 4, 2],
    ]);
  });
});

describe('a task force’s list', () => {
  it('counts its indicators alone, without bonus or deduction, for all units that have one', () => {
    const small: Small = {
      indicators: [{ code: 'AA-01' }, { code: 'BB-01' }],
      assignments: [
        { weight: '40', rule: interval },
        { weight: '60', rule: interval, indicator: 'BB-01' },
        { unit: 'U02', indicator: 'BB-01' },
      ],
      reports: [{ value: '55' }, { value: '99', indicator: 'BB-01' }],
      adjustments: [{ type: 'bonus', points: '3' }],
    };
    const rows = rankTaskForce(smallBook(small), { ...october, taskForce: 'TF01' }).units;
    expect(rows.map(({ unit, score, place }) => [unit.id, score, place])).toEqual([['U01', '55.00', 1]]);
  });
});

describe('an indicator’s list', () => {
  it('is by f, then value in the good direction, 未报 last', () => {
    const small: Small = {
      indicators: [{ direction: 'lower' }],
      assignments: ['U01', 'U02', 'U03', 'U04', 'U05'].map((unit) => ({
        unit,
        rule: { type: 'interval' as const, zeroAt: '9', fullAt: '4' },
      })),
      reports: [
        { unit: 'U02', value: '3' },
        { unit: 'U03', value: '2' },
        { unit: 'U04', value: '10' },
        { unit: 'U05', value: '3.0' },
      ],
    };
    const [list] = rankIndicator(smallBook(small), { ...october, indicator: 'AA-01' }).tracks;
    expect(list?.rows.map(({ unit, place }) => [unit.id, place])).toEqual([
      ['U03', 1],
      ['U02', 2],
      ['U05', 2],
      ['U04', 4],
      ['U01', null],
    ]);
  });

  it('says which period counts, also when none does', () => {
    const book = smallBook({ assignments: [{}], indicators: [{ frequency: 'year' }] });
    const table = rankIndicator(book, { ...october, indicator: 'AA-01' });
    expect(table).toMatchObject({ q: undefined, tracks: [], provisional: false });
  });
});

describe('movement', () => {
  const small: Small = {
    assignments: ['U01', 'U02', 'U03'].map((unit) => ({ unit, rule: interval })),
    tracks: [{ units: ['U01', 'U02', 'U03', 'U04'] }],
    reports: [
      { unit: 'U01', period: '2026-09', value: '10' },
      { unit: 'U02', period: '2026-09', value: '20' },
      { unit: 'U03', period: '2026-09', value: '30' },
      { unit: 'U01', value: '40' },
      { unit: 'U02', value: '20' },
      { unit: 'U03', value: '30' },
    ],
  };
  const rank =
    (book = smallBook(small)) =>
    (when: { period: string; now: string }) =>
      scoreTrack(book, { track: 'T1', ...when }).units;

  it('is places gained against the previous period of the same length', () => {
    expect(Object.fromEntries(movement(october, rank()))).toEqual({ U01: 2, U02: -1, U03: -1, U04: null });
  });

  it('is unknown in January, when the year before has no scores', () => {
    expect(movement({ period: '2026-01', now: lateNovember }, rank()).get('U01')).toBeNull();
  });
});

describe('the period when none is said', () => {
  it('is the last month that has ended', () => {
    expect(lastEndedMonth('2026-11-30T23:59:59+08:00')).toBe('2026-10');
    expect(lastEndedMonth('2026-12-01T00:00:00+08:00')).toBe('2026-11');
    expect(lastEndedMonth('2026-01-15T09:00:00+08:00')).toBe('2025-12');
  });
});
