import { describe, expect, it } from 'vitest';
import { type Rule, ruleSchema } from '#src/domain/assessment/records/rule.ts';
import { firstOf, type Small } from '../small-book.ts';

/** f of U01 as a fraction, with the values of U01, U02 … in 2026-10. */
function f(rule: unknown, values: readonly string[], rest: Some = {}): string | null {
  const parsed: Rule = ruleSchema.parse(rule);
  const { target = '100', ...indicator } = rest;
  const small: Small = {
    indicators: [{ ...indicator }],
    assignments: values.map((_, index) => ({
      unit: `U0${index + 1}`,
      rule: parsed,
      annual_target: target.split(' ')[index] ?? target,
    })),
    reports: values.flatMap((value, index) => (value === '' ? [] : [{ unit: `U0${index + 1}`, value }])),
    benchmarks: rest.city ? [{ city: rest.city }] : [],
  };
  const scored = firstOf(small);
  return scored?.f ? `${scored.f.num}/${scored.f.den}` : null;
}

interface Some {
  readonly direction?: 'higher' | 'lower';
  readonly kind?: 'cumulative' | 'level' | 'rate';
  readonly target?: string;
  readonly city?: string;
}

const lower = { direction: 'lower' } as const;

describe('completion 目标完成率', () => {
  it('is actual ÷ target, between floor and cap', () => {
    expect(f({ type: 'completion' }, ['75'])).toBe('3/4');
    expect(f({ type: 'completion' }, ['130'])).toBe('1/1');
    expect(f({ type: 'completion', cap: '1.1' }, ['130'])).toBe('11/10');
    expect(f({ type: 'completion', floor: '0.3' }, ['10'])).toBe('3/10');
  });

  it('is 2 − actual ÷ target where lower is better', () => {
    expect(f({ type: 'completion', cap: '1.2' }, ['90'], lower)).toBe('11/10');
    expect(f({ type: 'completion' }, ['125'], lower)).toBe('3/4');
    expect(f({ type: 'completion' }, ['250'], lower)).toBe('0/1');
  });

  it('takes ten twelfths of a cumulative annual target in October', () => {
    expect(f({ type: 'completion' }, ['75'], { kind: 'cumulative' })).toBe('9/10');
  });
});

describe('interval 区间赋分', () => {
  it('runs from zeroAt to fullAt, either way, whatever the direction, and is not scaled by the month', () => {
    const rising = { type: 'interval', zeroAt: '3.5', fullAt: '8.5' };
    expect(f(rising, ['6'], { kind: 'cumulative' })).toBe('1/2');
    expect(f(rising, ['3'])).toBe('0/1');
    expect(f({ type: 'interval', zeroAt: '8', fullAt: '3' }, ['4'], lower)).toBe('4/5');
    expect(f({ type: 'interval', zeroAt: '8', fullAt: '3' }, ['1'])).toBe('1/1');
  });
});

describe('efficacy 功效系数', () => {
  it('lies between base and 1 among the units with a value', () => {
    expect(f({ type: 'efficacy' }, ['20', '10', '30'])).toBe('4/5');
    expect(f({ type: 'efficacy', base: '0.7' }, ['10', '30'])).toBe('7/10');
    expect(f({ type: 'efficacy' }, ['20', '10', ''])).toBe('1/1');
  });

  it('takes the smallest as best where lower is better', () => {
    expect(f({ type: 'efficacy' }, ['20', '10', '30'], lower)).toBe('4/5');
    expect(f({ type: 'efficacy' }, ['10', '20', '30'], lower)).toBe('1/1');
  });

  it('is 1 when all are equal or the unit is alone', () => {
    expect(f({ type: 'efficacy' }, ['5', '5.0'])).toBe('1/1');
    expect(f({ type: 'efficacy' }, ['5'])).toBe('1/1');
  });

  it('compares value ÷ own target when told to', () => {
    expect(f({ type: 'efficacy', of: 'completion' }, ['30', '80', '5'], { target: '100 100 50' })).toBe(
      '5/7',
    );
  });
});

describe('rank 名次赋分', () => {
  it('takes a step off for every unit ahead, and ties share the better rank', () => {
    expect(f({ type: 'rank', step: '0.1' }, ['20', '10', '30', '20'])).toBe('9/10');
    expect(f({ type: 'rank', step: '0.1' }, ['10', '30', '20', '20'])).toBe('7/10');
    expect(f({ type: 'rank', step: '0.5', floor: '0.2' }, ['10', '30', '20'])).toBe('1/5');
  });

  it('does not count units without a value, and turns round where lower is better', () => {
    expect(f({ type: 'rank', step: '0.1' }, ['10', '', ''], lower)).toBe('1/1');
    expect(f({ type: 'rank', step: '0.1' }, ['10', '5', '20'], lower)).toBe('9/10');
  });
});

describe('steps 分档赋分', () => {
  const rule = {
    type: 'steps',
    steps: [
      { from: '85', f: '0.6' },
      { from: '95', f: '1' },
      { from: '90', f: '0.85' },
    ],
  };

  it('takes the hardest threshold reached, in whatever order they are written', () => {
    expect(f(rule, ['95'])).toBe('1/1');
    expect(f(rule, ['94.9'])).toBe('17/20');
    expect(f(rule, ['84.9'])).toBe('0/1');
  });

  it('takes the smallest threshold not exceeded where lower is better', () => {
    expect(f(rule, ['85'], lower)).toBe('3/5');
    expect(f(rule, ['90.1'], lower)).toBe('1/1');
    expect(f(rule, ['95.1'], lower)).toBe('0/1');
  });
});

describe('growth 增幅比较', () => {
  const rule = { type: 'growth', against: 'city', perPoint: '0.05' };

  it('adds a share for each point above the benchmark of the same period', () => {
    expect(f(rule, ['7.5'], { city: '6' })).toBe('7/8');
    expect(f(rule, ['20'], { city: '6' })).toBe('1/1');
    expect(f(rule, ['4'], { city: '6', ...lower })).toBe('9/10');
  });

  it('is left out without the benchmark, inside a blend too', () => {
    expect(f(rule, ['7.5'])).toBeNull();
    const parts = [
      { share: '0.9', rule: { type: 'completion' } },
      { share: '0.1', rule: { type: 'blend', parts: [{ share: '1', rule }] } },
    ];
    expect(f({ type: 'blend', parts }, ['7.5'])).toBeNull();
  });
});

describe('blend 综合赋分', () => {
  it('adds the shares of its rules, blends inside blends too', () => {
    const parts = [
      { share: '0.6', rule: { type: 'completion' } },
      {
        share: '0.4',
        rule: {
          type: 'blend',
          parts: [
            { share: '0.5', rule: { type: 'rank', step: '0.2' } },
            { share: '0.5', rule: { type: 'interval', zeroAt: '0', fullAt: '200' } },
          ],
        },
      },
    ];
    expect(f({ type: 'blend', parts }, ['50', '60'])).toBe('51/100');
  });
});
