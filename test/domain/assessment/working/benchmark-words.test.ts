import { describe, expect, test } from 'vitest';
import { cityPlaceWords, comparedWithBenchmark } from '#src/domain/assessment/working/benchmark-words.ts';

const rate = { name: '一般公共预算收入增速', measure: '%', direction: 'higher', kind: 'rate' } as const;
const level = { name: 'PM2.5平均浓度', measure: '微克/立方米', direction: 'lower', kind: 'level' } as const;
const share = { name: '空气质量优良天数比率', measure: '%', direction: 'higher', kind: 'level' } as const;
const figures = { nation: '5.2', province: null, city: '5.1', city_place: 1, city_total: 11 };

describe('a value beside the benchmark', () => {
  test('a speed is faster or slower, with the difference in percentage points, exactly', () => {
    expect(comparedWithBenchmark(rate, figures, '5.7')).toEqual([
      { say: '快于全市 0.6 个百分点', verdict: 'better' },
      { say: '快于全国 0.5 个百分点', verdict: 'better' },
    ]);
    expect(comparedWithBenchmark(rate, figures, '5.1')[0]).toEqual({ say: '与全市持平', verdict: 'even' });
    expect(comparedWithBenchmark(rate, figures, '4.8')[0]?.say).toBe('慢于全市 0.3 个百分点');
  });

  test('anything else is higher or lower', () => {
    expect(comparedWithBenchmark(share, { ...figures, city: '90.2' }, '90.8')[0]?.say).toBe(
      '高于全市 0.6 个百分点',
    );
  });

  test('where less is better, less is said to be good', () => {
    const at = { ...figures, city: '32.1', nation: null };
    expect(comparedWithBenchmark(level, at, '30')).toEqual([
      { say: '低于全市 2.1 微克/立方米（优）', verdict: 'better' },
    ]);
    expect(comparedWithBenchmark(level, at, '33')).toEqual([
      { say: '高于全市 0.9 微克/立方米（差）', verdict: 'worse' },
    ]);
  });

  test('an amount of one unit is not compared with a whole city’s, nor anything with what is not known', () => {
    expect(comparedWithBenchmark({ ...rate, kind: 'cumulative' }, figures, '5.7')).toEqual([]);
    expect(comparedWithBenchmark(rate, undefined, '5.7')).toEqual([]);
    expect(comparedWithBenchmark(rate, figures, null)).toEqual([]);
  });

  test('the place in the city is said with how many there are', () => {
    expect(cityPlaceWords(figures)).toBe('列第 1 位（共 11 个）');
    expect(cityPlaceWords({ city_place: 2, city_total: 0 })).toBe('列第 2 位');
    expect(cityPlaceWords({ city_place: null, city_total: 11 })).toBeUndefined();
  });
});
