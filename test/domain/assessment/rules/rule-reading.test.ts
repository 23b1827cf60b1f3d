import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSchema } from '#src/domain/assessment/records/rule.ts';
import { milestoneWords, readMilestones } from '#src/domain/assessment/rules/milestone-words.ts';
import { ruleWords } from '#src/domain/assessment/rules/rule-words.ts';
import { weightSum } from '#src/domain/assessment/rules/weight-sum.ts';
import { readRule } from '#src/domain/import/lines/read-rule.ts';
import { sequence } from '../random-draw.ts';
import { anyRule } from '../random-rule.ts';

describe('rules in words', () => {
  it('are read back as the rule they say, all seven kinds and blends of blends', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('higher', 'lower'), (seed, direction) => {
        const said = ruleWords(anyRule(sequence(seed), 2), direction);
        const rule = readRule(said, direction);
        expect(rule && ruleWords(rule, direction)).toBe(said);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it.each([
    ['目标完成率(上限1.1,下限0.2)', { type: 'completion', cap: '1.1', floor: '0.2' }],
    ['功效系数（按完成率，基准0.7）', { type: 'efficacy', base: '0.7', of: 'completion' }],
    [
      '名次赋分（按完成率，每降1位扣0.05，保底0.5）',
      { type: 'rank', step: '0.05', floor: '0.5', of: 'completion' },
    ],
    [
      '分档赋分（≥95得1；>=90得0.85）',
      {
        type: 'steps',
        steps: [
          { from: '95', f: '1' },
          { from: '90', f: '0.85' },
        ],
      },
    ],
    [
      '增幅比较（与全省比，每1个百分点0.1）',
      { type: 'growth', against: 'province', base: '0.8', perPoint: '0.1' },
    ],
  ])('“%s” is what it says', (said, rule) => {
    expect(readRule(said, 'higher')).toEqual(ruleSchema.parse(rule));
  });

  it.each([
    '',
    '随便',
    '目标完成率（上限）',
    '目标完成率（上限1，上限2）',
    '区间赋分（0分值3）',
    '名次赋分',
    '分档赋分（≤95得1）',
    '分档赋分',
    '增幅比较（与邻区比，每1个百分点0.1）',
    '综合赋分（60%×随便＋40%×目标完成率）',
    '综合赋分',
    '功效系数（基准0.7',
  ])('“%s” is none', (said) => {
    expect(readRule(said, 'higher')).toBeUndefined();
  });
});

describe('a road map in words', () => {
  it('is read back as it was, also by the periods’ own names', () => {
    const milestones = [
      { period: '2026Q1', value: '25' },
      { period: '2026H1', value: '50.5', place: 3 },
      { period: '2026-09', value: '-1' },
    ];
    expect(milestoneWords(milestones)).toBe('一季度=25；上半年=50.5（第3位）；9月=-1');
    expect(readMilestones(milestoneWords(milestones), 2026)).toEqual(milestones);
    expect(readMilestones('2026Q1：25\n', 2026)).toEqual([{ period: '2026Q1', value: '25' }]);
    expect(readMilestones(' ', 2026)).toEqual([]);
  });

  it.each(['一季度', '五季度=3', '一季度=3；2026Q1=4', '二季度=3；上半年=4', '一季度=3..4', '2025Q1=3'])(
    '“%s” is none',
    (said) => {
      expect(readMilestones(said, 2026)).toBeUndefined();
    },
  );
});

describe('weights', () => {
  it('say what is missing or too much', () => {
    const sum = (...weights: string[]) => weightSum(weights.map((weight) => ({ weight }))).words;
    expect(sum('60', '40')).toBe('权重合计 100 分');
    expect(sum('60', '37.5')).toBe('权重合计 97.5 分，还差 2.5 分');
    expect(sum('60', '40', '0.1')).toBe('权重合计 100.1 分，多出 0.1 分');
    expect(sum()).toBe('权重合计 0 分，还差 100 分');
  });
});
