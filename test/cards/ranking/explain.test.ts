import { describe, expect, it } from 'vitest';
import { checkCard } from '#cards/kit/check-card.ts';
import { sample } from '#cards/ranking/explain.samples.ts';
import { type ExplainLine, type ExplainView, explainCard } from '#cards/ranking/explain.ts';
import { rowsIn, textOf, valueOfButton } from '../read-card.ts';

const view = (change: Partial<ExplainView>): ExplainView => ({ ...sample, ...change });
const first = sample.lines[0] as ExplainLine;

describe('the explanation of a score', () => {
  it('shows score, place, coverage and the sum that leads to it', () => {
    const text = textOf(explainCard(sample));
    expect(text).toContain('88.20 分');
    expect(text).toContain('第 7 名 / 14 个单位，已报 22/23');
    expect(text).toContain('100 × 得分合计 81.5612 ÷ 权重合计 95 ＋ 加分 3.00 － 扣分 0.65 ＝ 88.20');
  });

  it('puts what lost most first and what is left out last', () => {
    expect(rowsIn(explainCard(sample)).map((row) => row.c0)).toEqual([
      '新增“四上”企业',
      '规上工业增加值增速',
      '固定资产投资',
      '居民人均可支配收入增速',
    ]);
  });

  it('says in words why an indicator has no points', () => {
    const text = textOf(explainCard(sample));
    expect(text).toContain('未报（已逾期，计 0 分）');
    expect(text).toContain('未到截止日，暂不计');
    const line = { ...first, status: 'left_out_no_benchmark' as const, f: null, points: null, lost: null };
    expect(textOf(explainCard(view({ lines: [line] })))).toContain('缺对标值，暂不计');
  });

  it('names the rule as the office writes it', () => {
    expect(textOf(explainCard(sample))).toContain('增幅比较（与全市比');
  });

  it('shows all 63 indicators over its pages, each once', () => {
    const lines = Array.from({ length: 63 }, (_, index) => ({ ...first, indicator: `指标${index}` }));
    const shown = [1, 2, 3, 4].flatMap((page) => {
      const card = explainCard(view({ lines, page }));
      expect(checkCard(card)).toEqual([]);
      return rowsIn(card).map((row) => row.c0);
    });
    expect(new Set(shown).size).toBe(63);
    expect(valueOfButton(explainCard(view({ lines })), '下一页 ›')).toEqual({
      action: 'explain.show',
      unit: 'U01',
      period: '2026-10',
      page: 2,
    });
  });

  it('lists bonuses, deductions and a veto with their reasons', () => {
    const adjustments = [{ type: 'veto' as const, points: '0', reason: '重大安全事故', date: '2026-08-01' }];
    const text = textOf(explainCard(view({ vetoed: true, adjustments })));
    expect(text).toContain('一票否决');
    expect(text).toContain('重大安全事故（2026年8月1日）');
    expect(textOf(explainCard(sample))).toContain('加分 3 分：承办全省项目建设现场会');
  });

  it('says when bonuses are capped', () => {
    expect(textOf(explainCard(view({ bonusUncapped: '8.50' })))).toContain('加分合计 8.50，按赛道上限计');
  });

  it('says what one more step is worth, three at most', () => {
    const oneMore = ['甲', '乙', '丙', '丁'].map((indicator) => ({
      indicator,
      step: '多 1 家',
      gain: '0.25',
    }));
    const text = textOf(explainCard(view({ oneMore })));
    expect(text).toContain('甲 多 1 家，总分 +0.25');
    expect(text).not.toContain('丁 多 1 家');
  });

  it('says that there is no score instead of showing nothing', () => {
    const text = textOf(explainCard(view({ score: null, place: null, lines: [] })));
    expect(text).toContain('暂无得分');
    expect(text).toContain('暂无名次');
  });

  it("leads back to the unit's track", () => {
    expect(valueOfButton(explainCard(sample), '看赛道排名')).toEqual({
      action: 'ranking.show',
      scope: 'track',
      of: 'T1',
      period: '2026-10',
      page: 1,
    });
  });
});
