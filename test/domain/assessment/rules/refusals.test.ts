import { describe, expect, it } from 'vitest';
import { ruleSchema } from '#src/domain/assessment/records/rule.ts';
import { valueProblem } from '#src/domain/assessment/records/value-problem.ts';
import { assignmentProblems } from '#src/domain/assessment/rules/assignment-problems.ts';
import { planProblems } from '#src/domain/assessment/rules/plan-problems.ts';
import { jumpWarning } from '#src/domain/assessment/values/jump-warning.ts';
import { demoWorld } from '../demo-world.ts';
import { assignment, indicator, type Some, track } from '../small-book.ts';

type Assignment = ReturnType<typeof assignment>;

describe('an assignment is refused when it is set', () => {
  const problems = (part: Some<Assignment>) => assignmentProblems(assignment(part));
  const blend = (...shares: readonly string[]) =>
    ruleSchema.parse({
      type: 'blend',
      parts: shares.map((share) => ({ share, rule: { type: 'completion' } })),
    });

  it('with a target ≤ 0 under or inside completion, milestones too', () => {
    expect(problems({ annual_target: '0' })).toEqual(['年度目标0不大于0，不能按完成率赋分。']);
    expect(problems({ annual_target: '-1', rule: blend('1') })).toHaveLength(1);
    expect(problems({ milestones: [{ period: '2026Q1', value: '0.0' }] })).toHaveLength(1);
  });

  it('with a target ≤ 0 where completion is compared, but not elsewhere', () => {
    const rule = (of: string) => ruleSchema.parse({ type: 'rank', step: '0.1', of });
    expect(problems({ annual_target: '0', rule: rule('completion') })).toHaveLength(1);
    expect(problems({ annual_target: '0', rule: rule('value') })).toEqual([]);
  });

  it('with zeroAt = fullAt, however written', () => {
    expect(problems({ rule: { type: 'interval', zeroAt: '5', fullAt: '5.0' } })).toHaveLength(1);
  });

  it('with shares that do not sum to exactly 1, at any depth', () => {
    expect(problems({ rule: blend('0.6', '0.4') })).toEqual([]);
    expect(problems({ rule: blend('0.6', '0.39') })).toEqual(['综合赋分各部分的占比之和不是100%。']);
    const outer = ruleSchema.parse({ type: 'blend', parts: [{ share: '1', rule: blend('0.5', '0.6') }] });
    expect(problems({ rule: outer })).toHaveLength(1);
  });

  it('with a negative weight or a milestone of no period', () => {
    expect(problems({ weight: '-1' })).toHaveLength(1);
    expect(problems({ milestones: [{ period: '三季度', value: '5' }] })).toHaveLength(1);
  });
});

describe('a task breakdown is refused', () => {
  const context = { indicators: [indicator({})], tracks: [track({ units: ['U01', 'U02'] })] };
  const said = (...parts: readonly Some<Assignment>[]) =>
    planProblems(parts.map(assignment), context).map(({ unit, say }) => `${unit} ${say}`);

  it('when a unit’s weights do not sum to exactly 100', () => {
    expect(said({ weight: '99.99' }, { unit: 'U02' })).toEqual(['U01 2026年权重合计为99.99，应为100。']);
  });

  it('when an indicator is unknown or given twice', () => {
    expect(said({ indicator: 'ZZ-01' })).toEqual(['U01 指标库里没有指标ZZ-01。']);
    expect(said({ weight: '50' }, { weight: '50' })).toEqual(['U01 指标AA-01重复下达给同一单位。']);
  });

  it('when another unit’s rule compares completion and this one’s target is 0', () => {
    const rule = ruleSchema.parse({ type: 'efficacy', of: 'completion' });
    const free = ruleSchema.parse({ type: 'interval', zeroAt: '0', fullAt: '1' });
    expect(said({ rule }, { unit: 'U02', annual_target: '0', rule: free })).toEqual([
      'U02 年度目标0不大于0，不能按完成率赋分。',
    ]);
  });

  it('but the demonstration district’s is not', () => {
    expect(planProblems(demoWorld().assignments, demoWorld())).toEqual([]);
  });
});

describe('a value is refused', () => {
  const problem = (value: string, part: Some<ReturnType<typeof indicator>> = {}) =>
    valueProblem(indicator(part), value);

  it('outside the indicator’s range, whose ends belong to it', () => {
    expect(problem('0')).toBeUndefined();
    expect(problem('1000.00')).toBeUndefined();
    expect(problem('1000.01')).toContain('合理范围');
    expect(problem('-0.1')).toContain('0～1000 个');
  });

  it('with a fraction where the indicator has 0 decimals; further decimals elsewhere are kept', () => {
    expect(problem('3.5', { decimals: 0 })).toContain('整数');
    expect(problem('3.0', { decimals: 0 })).toBeUndefined();
    expect(problem('3.14159', { decimals: 2 })).toBeUndefined();
  });

  it('when it is no decimal', () => {
    for (const text of ['', '3,5', '1e3', '约3']) expect(problem(text)).toContain('不是有效的数值');
  });
});

describe('a value asks a second time', () => {
  const warning = (kind: 'cumulative' | 'level' | 'rate', ...[before, value]: readonly [string, string]) =>
    jumpWarning(indicator({ kind }), { period: '2026-10', value }, { period: '2026-09', value: before })
      ?.reason;
  const overNewYear = (before: string, value: string) =>
    jumpWarning(
      indicator({ kind: 'cumulative' }),
      { period: '2026-01', value },
      { period: '2025-12', value: before },
    )?.reason;

  it('when a cumulative pace is over 30 % away', () => {
    // 90 ÷ 9 = 10 a month; 13 a month is just 30 % more
    expect(warning('cumulative', '90', '130')).toBeUndefined();
    expect(warning('cumulative', '90', '130.1')).toBe('pace');
    expect(warning('cumulative', '0', '1')).toBe('pace');
  });

  it('when a cumulative value falls, but not over New Year', () => {
    expect(warning('cumulative', '90', '89.9')).toBe('fall');
    expect(warning('cumulative', '90', '90')).toBeUndefined();
    expect(overNewYear('120', '10')).toBeUndefined();
    expect(overNewYear('120', '6')).toBe('pace');
  });

  it('when a level is over 30 % away or a rate over 5 points', () => {
    expect(warning('level', '10', '7')).toBeUndefined();
    expect(warning('level', '10', '6.9')).toBe('level');
    expect(warning('rate', '2', '-3')).toBeUndefined();
    expect(warning('rate', '2', '7.1')).toBe('rate');
  });

  it('not without a previous value', () => {
    expect(jumpWarning(indicator({}), { period: '2026-10', value: '5' }, undefined)).toBeUndefined();
  });

  it('in a sentence with both values', () => {
    const said = jumpWarning(
      indicator({ kind: 'rate', measure: '%' }),
      { period: '2026-10', value: '9' },
      { period: '2026-09', value: '2' },
    );
    expect(said?.say).toBe('2026年9月为 2%，本次为 9%，相差 7 个百分点，请再次确认。');
  });
});
