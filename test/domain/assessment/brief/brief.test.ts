import { describe, expect, it } from 'vitest';
import { briefDecisions } from '#src/domain/assessment/brief/brief-decisions.ts';
import { briefMatters } from '#src/domain/assessment/brief/brief-matters.ts';
import { briefMoves } from '#src/domain/assessment/brief/brief-moves.ts';
import { toFixed } from '#src/shared/rational.ts';
import { inOneGo } from '#src/shared/slices.ts';
import { interval, lateNovember, smallBook, value } from '../small-book.ts';

const october = { period: '2026-10', now: lateNovember };

/** Each unit's value is its score; September first. */
function scores(pairs: Readonly<Record<string, readonly [string, string]>>) {
  return smallBook({
    assignments: Object.keys(pairs).map((unit) => ({ unit, rule: interval })),
    reports: Object.entries(pairs).flatMap(([unit, [before, after]]) => [
      value(unit, before, { period: '2026-09', id: `${unit}-9` }),
      value(unit, after, { id: `${unit}-10` }),
    ]),
  });
}

const told = (book: ReturnType<typeof scores>) =>
  briefMoves(book, october).map(({ after, places, points }) => [after.unit.id, places, toFixed(points, 2)]);

describe('three things that moved', () => {
  it('are the greatest rise, the greatest fall and the greatest of the others', () => {
    const book = scores({
      U01: ['90', '60'],
      U02: ['80', '81'],
      U03: ['70', '71'],
      U04: ['62', '72'],
      U05: ['10', '11'],
    });
    expect(told(book)).toEqual([
      ['U01', -3, '-30.00'],
      ['U04', 2, '10.00'],
      ['U02', 1, '1.00'],
    ]);
  });

  it('are told by points where no place changed, and a fall is told beside rises', () => {
    const book = scores({ U01: ['90', '95'], U02: ['80', '79'], U03: ['70', '74'], U04: ['60', '63'] });
    expect(told(book)).toEqual([
      ['U01', 0, '5.00'],
      ['U03', 0, '4.00'],
      ['U02', 0, '-1.00'],
    ]);
  });

  it('are none where nothing moved or there is no period before', () => {
    expect(told(scores({ U01: ['90', '90'], U02: ['80', '80'] }))).toEqual([]);
    expect(briefMoves(scores({ U01: ['90', '80'] }), { ...october, period: '2026-01' })).toEqual([]);
  });
});

describe('what may need a decision', () => {
  it('is found with the worst first: new vetoes, overdue values, values over a tenth behind, provisional places', () => {
    const milestones = [
      { period: '2026Q3', value: '100' },
      { period: '2026Q4', value: '120' },
    ];
    const book = smallBook({
      indicators: [{ code: 'AA-01' }, { code: 'AA-02' }, { code: 'AA-03' }],
      assignments: [
        { milestones },
        { unit: 'U02', milestones },
        { unit: 'U03', milestones },
        { unit: 'U02', indicator: 'AA-02' },
        {
          unit: 'U03',
          indicator: 'AA-03',
          rule: { type: 'growth', against: 'city', base: '0.8', perPoint: '1' },
        },
      ],
      reports: [
        value('U01', '89', { period: '2026-09' }),
        value('U01', '95'),
        value('U02', '90', { period: '2026-09' }),
        value('U02', '95'),
        value('U03', '50', { period: '2026-09' }),
        value('U03', '95'),
        value('U03', '7', { indicator: 'AA-03' }),
      ],
      adjustments: [
        { type: 'veto', unit: 'U02', date: '2026-10-20' },
        { type: 'veto', unit: 'U03', date: '2026-07-01' },
      ],
    });
    const { vetoes, unreported, behind, provisional } = inOneGo(briefMatters(book, october));
    expect(vetoes.map(({ unit }) => unit.id)).toEqual(['U02']);
    expect(unreported.map(({ unit, indicator }) => [unit.id, indicator.code])).toEqual([['U02', 'AA-02']]);
    // Exactly a tenth behind, as U02 is, is not over a tenth.
    expect(behind.map(({ unit, share }) => [unit.id, toFixed(share, 2)])).toEqual([
      ['U03', '0.50'],
      ['U01', '0.11'],
    ]);
    expect(provisional.map(({ unit, leftOut }) => [unit.id, leftOut])).toEqual([['U03', 1]]);
  });

  it('is put in a fixed order, three at most, and only what has something to say', () => {
    const some = { veto: 0, problem: 2, unreported: 0, behind: 7, provisional: 1 };
    expect(briefDecisions(some)).toEqual(['problem', 'behind', 'provisional']);
    expect(briefDecisions({ ...some, veto: 1, unreported: 9 })).toEqual(['veto', 'problem', 'unreported']);
    expect(briefDecisions({ veto: 0, problem: 0, unreported: 0, behind: 0, provisional: 0 })).toEqual([]);
  });
});
