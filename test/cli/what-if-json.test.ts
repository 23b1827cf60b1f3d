import { describe, expect, it } from 'vitest';
import { whatIfJson } from '#src/cli/score/what-if-json.ts';
import { lateNovember, smallBook } from '../domain/assessment/small-book.ts';

const book = smallBook({
  indicators: [
    { code: 'AA-01', name: '新签约项目数', measure: '个', decimals: 0, min: '0', max: '50' },
    { code: 'AA-02', name: '税收收入', frequency: 'year' },
  ],
  assignments: [
    { unit: 'U01', weight: '60' },
    { unit: 'U01', indicator: 'AA-02', weight: '40' },
    { unit: 'U02', indicator: 'AA-02' },
  ],
  reports: [{ unit: 'U01', value: '20' }],
});
const suppose = (...texts: readonly string[]) =>
  whatIfJson(book, texts, { period: '2026-10', now: lateNovember });

describe('a value supposed from the command line', () => {
  it('replaces the one in force, and says which', () => {
    expect(suppose('U01:AA-01=30').suppositions).toEqual([
      { unit: 'U01', indicator: 'AA-01', period: '2026-10', value_before: '20', value: '30' },
    ]);
  });

  it.each([
    [['U01 AA-01 30'], 'not UNIT:INDICATOR=VALUE: U01 AA-01 30'],
    [['U77:AA-01=30'], 'U77:AA-01=30: no unit U77'],
    [['U01:ZZ-09=30'], 'U01:ZZ-09=30: no indicator ZZ-09'],
    [['U01:AA-01=51'], 'U01:AA-01=51: 51 个 超出“新签约项目数”的合理范围（0～50 个），请核对。'],
    [['U01:AA-01=3.5'], 'U01:AA-01=3.5: “新签约项目数”只能填整数，3.5 带有小数，请核对。'],
    [['U01:AA-01=3e1'], 'U01:AA-01=3e1: “3e1”不是有效的数值，请填写数字。'],
    [['U02:AA-01=3'], 'U02:AA-01=3: U022026年没有承担“新签约项目数”。'],
    [['U01:AA-02=3'], 'U01:AA-02=3: “税收收入”到这一期还没有应计入的报送期。'],
    [['U01:AA-01=30', 'U01:AA-01=31'], 'two values for U01:AA-01'],
  ])('is refused with a sentence where it cannot be: %s', (texts, sentence) => {
    expect(() => suppose(...texts)).toThrow(new RangeError(sentence));
  });
});
