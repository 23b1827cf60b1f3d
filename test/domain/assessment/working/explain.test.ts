import { describe, expect, it } from 'vitest';
import { scoreTrack } from '#src/domain/assessment/ranking/score-track.ts';
import { ruleSchema } from '#src/domain/assessment/records/rule.ts';
import { ruleWords } from '#src/domain/assessment/rules/rule-words.ts';
import { suppose } from '#src/domain/assessment/scoring/suppose.ts';
import { explainUnit } from '#src/domain/assessment/working/explain.ts';
import { type Rational, toDecimal } from '#src/shared/rational.ts';
import { bookOf } from '../compare-with-oracle.ts';
import { demoWorld } from '../demo-world.ts';
import { lateNovember, rowOf, type Small, smallBook } from '../small-book.ts';

const october = { period: '2026-10', now: lateNovember };
const plain = (value: Rational | null | undefined) => value && toDecimal(value, 6);

describe('a rule in words', () => {
  const words = (rule: unknown, direction: 'higher' | 'lower' = 'higher') =>
    ruleWords(ruleSchema.parse(rule), direction);

  it.each([
    [{ type: 'completion' }, '目标完成率'],
    [{ type: 'completion', cap: '1.10' }, '目标完成率（上限1.1）'],
    [{ type: 'completion', cap: '1.1', floor: '0.2' }, '目标完成率（上限1.1，下限0.2）'],
    [{ type: 'interval', zeroAt: '3.5', fullAt: '8.5' }, '区间赋分（0分值3.5，满分值8.5）'],
    [{ type: 'efficacy' }, '功效系数'],
    [{ type: 'efficacy', base: '0.7', of: 'completion' }, '功效系数（按完成率，基准0.7）'],
    [{ type: 'rank', step: '0.05' }, '名次赋分（每降1位扣0.05）'],
    [{ type: 'rank', step: '0.05', floor: '0.5' }, '名次赋分（每降1位扣0.05，保底0.5）'],
    [{ type: 'growth', against: 'city', perPoint: '0.05' }, '增幅比较（与全市比，每1个百分点0.05）'],
    [
      { type: 'growth', against: 'nation', base: '0.85', perPoint: '0.1' },
      '增幅比较（与全国比，基准0.85，每1个百分点0.1）',
    ],
  ])('%j', (rule, text) => {
    expect(words(rule)).toBe(text);
  });

  it('thresholds are said hardest first, with the sign of the direction', () => {
    const steps = [
      { from: '90', f: '0.85' },
      { from: '95', f: '1' },
    ];
    expect(words({ type: 'steps', steps })).toBe('分档赋分（≥95得1；≥90得0.85）');
    expect(words({ type: 'steps', steps }, 'lower')).toBe('分档赋分（≤90得0.85；≤95得1）');
  });

  it('a blend says its shares in percent', () => {
    const parts = [
      { share: '0.6', rule: { type: 'completion' } },
      { share: '0.4', rule: { type: 'rank', step: '0.05' } },
    ];
    expect(words({ type: 'blend', parts })).toBe('综合赋分（60%×目标完成率＋40%×名次赋分（每降1位扣0.05））');
  });
});

describe('an explained score', () => {
  const small: Small = {
    indicators: [
      { code: 'AA-01' },
      { code: 'AA-02' },
      { code: 'AA-03' },
      { code: 'AA-04', direction: 'lower' },
    ],
    assignments: [
      { weight: '20', annual_target: '50' },
      { weight: '40', indicator: 'AA-02', rule: ruleSchema.parse({ type: 'rank', step: '0.5' }) },
      {
        weight: '10',
        indicator: 'AA-03',
        rule: ruleSchema.parse({ type: 'growth', against: 'city', perPoint: '1' }),
      },
      {
        weight: '20',
        indicator: 'AA-04',
        rule: ruleSchema.parse({ type: 'interval', zeroAt: '10', fullAt: '0' }),
      },
      { unit: 'U02', indicator: 'AA-02' },
    ],
    reports: [
      { value: '40' },
      { indicator: 'AA-02', value: '7.5' },
      { indicator: 'AA-03', value: '7' },
      { indicator: 'AA-04', value: '0.5' },
      { indicator: 'AA-02', unit: 'U02', value: '8.5' },
    ],
    adjustments: [{}, { date: '2026-12-01' }],
  };
  const { assignments, score, adjustments } = explainUnit(smallBook(small), { ...october, unit: 'U01' });

  it('lists the greatest loss first and what is left out last', () => {
    expect(assignments.map((each) => [each.indicator.code, plain(each.lost)])).toEqual([
      ['AA-02', '20'],
      ['AA-01', '4'],
      ['AA-04', '1'],
      ['AA-03', null],
    ]);
    expect(score.score).toBe('69.75');
  });

  it('says what one more unit of the measure in the good direction would be worth, all else equal', () => {
    const worth = Object.fromEntries(
      assignments.map(({ indicator, plusOne }) => [
        indicator.code,
        plusOne && [plusOne.value, plain(plusOne.gain), plusOne.inRange],
      ]),
    );
    expect(worth).toEqual({
      // 20 × 1/50 of the 80 that count
      'AA-01': ['41', '0.5', true],
      // drawing level with U02 gains half of 40
      'AA-02': ['8.5', '25', true],
      'AA-03': null,
      // only the half point that is left can be gained, and below 0 is out of range
      'AA-04': ['-0.5', '1.25', false],
    });
  });

  it('names the adjustments in force', () => {
    expect(adjustments).toHaveLength(1);
  });

  it('takes every unit of the demonstration district apart', () => {
    const book = bookOf(demoWorld());
    for (const { id } of demoWorld().units) {
      const explained = explainUnit(book, { ...october, unit: id });
      expect(explained.assignments).toHaveLength(explained.score.due);
    }
  });

  it('refuses a unit that is in no track', () => {
    expect(() => explainUnit(smallBook(small), { ...october, unit: 'U99' })).toThrow('U99 is in no track');
  });
});

describe('supposing values', () => {
  const book = bookOf(demoWorld());
  const supposed = { indicator: 'JJ-03', unit: 'U01', period: '2026-10', value: '200' };

  it('scores as if they had been reported, and leaves the book as it is', () => {
    const before = scoreTrack(book, { ...october, track: 'T1' });
    const then = scoreTrack(suppose(book, [supposed]), { ...october, track: 'T1' });
    const reports = [
      ...demoWorld().reports,
      { ...supposed, id: 'R0', rev: 99, state: 'submitted' as const, reporter: '', reported_at: '' },
    ];
    const anew = scoreTrack(bookOf({ ...demoWorld(), reports }), { ...october, track: 'T1' });
    expect(then.units.map(({ unit, score }) => [unit.id, score])).toEqual(
      anew.units.map(({ unit, score }) => [unit.id, score]),
    );
    expect(scoreTrack(book, { ...october, track: 'T1' })).toEqual(before);
    expect(suppose(book, [supposed]).valueFor('JJ-03', 'U01', '2026-10')?.value).toBe('200');
  });

  it('moves others under efficacy and rank', () => {
    const rule = ruleSchema.parse({ type: 'rank', step: '0.5' });
    const small = smallBook({
      assignments: [{ rule }, { unit: 'U02', rule }],
      reports: [{ value: '5' }, { unit: 'U02', value: '4' }],
    });
    const then = suppose(small, [{ indicator: 'AA-01', unit: 'U02', period: '2026-10', value: '6' }]);
    const scoreIn = (which: typeof small) => rowOf(scoreTrack(which, { ...october, track: 'T1' })).score;
    expect([scoreIn(small), scoreIn(then), scoreIn(small)]).toEqual(['100.00', '50.00', '100.00']);
  });

  it('of what is not assigned changes no score', () => {
    const then = suppose(book, [{ ...supposed, unit: 'U48' }]);
    expect(scoreTrack(then, { ...october, track: 'T4' })).toEqual(
      scoreTrack(book, { ...october, track: 'T4' }),
    );
  });
});
