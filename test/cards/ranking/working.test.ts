import { describe, expect, it } from 'vitest';
import { briefSample } from '#cards/brief/brief.samples.ts';
import { briefCard } from '#cards/brief/brief.ts';
import { checkCard } from '#cards/kit/check-card.ts';
import { compareSample } from '#cards/ranking/compare.samples.ts';
import { compareCard } from '#cards/ranking/compare.ts';
import { roadmapSample } from '#cards/ranking/roadmap.samples.ts';
import { roadmapCard } from '#cards/ranking/roadmap.ts';
import { whatIfSample } from '#cards/ranking/what-if.samples.ts';
import { whatIfCard } from '#cards/ranking/what-if.ts';
import { rowsIn, textOf, valueOfButton } from '../read-card.ts';

describe('the difference between two periods', () => {
  it('shows what each indicator did to the score, the sum with its rounding, and others only in aggregate', () => {
    const text = textOf(compareCard(compareSample));
    expect(text).toContain('89.56 → 88.20 分');
    expect(text).toContain('各项合计 -1.3626，四舍五入 +0.0026，总分 -1.36');
    expect(text).toContain('超过我们的 2 个单位，总分合计变化 +3.15');
    expect(rowsIn(compareCard(compareSample)).map(({ c2 }) => c2)).toEqual([
      '得分系数降低',
      '本期未报',
      '得分系数提高',
      '得分率高于平均，权重占比变小',
    ]);
  });
});

describe('the road map', () => {
  it('has one column a day, whichever period names it', () => {
    const [one] = roadmapSample.milestones;
    const points = one?.points.map((point) =>
      point.period === '2026Q2' ? { ...point, period: '2026H1' } : point,
    );
    const halves = { ...roadmapSample.milestones[1], ...one, indicator: '社零总额', points };
    const view = { ...roadmapSample, milestones: [...roadmapSample.milestones, halves] };
    const text = JSON.stringify(roadmapCard(view as typeof roadmapSample));
    expect(text.match(/上半年末|二季度末/g)).toEqual(['上半年末']);
    expect(text.match(/落后 6\.81 \/ 7\.00/g)).toHaveLength(2);
  });

  it('does not call a unit without a score the first, and says what to do', () => {
    const none = { ...roadmapSample, place: null, score: null, ahead: undefined, options: [] };
    const text = textOf(roadmapCard({ ...none, combination: undefined, staying: [] }));
    expect(text).toContain('还没有得分，暂不能算路线图');
    expect(text).toContain('得分明细');
    expect(text).not.toContain('第一位');
  });

  it('says how far the next place is, what is cheapest and what the others would have to do', () => {
    const text = textOf(roadmapCard(roadmapSample));
    expect(text).toContain('前一位是第 6 名（区科技局），88.45 分，相差 0.25 分');
    expect(text).toContain('最省的组合（2 项）');
    expect(text).toContain('三项以内没有更省的');
    expect(text).toContain('区科技局：再得 0.02 分');
  });

  it('says what becomes of the one ahead, who may fall with the change', () => {
    const view = {
      ...roadmapSample,
      combination: roadmapSample.combination && { ...roadmapSample.combination, aheadAfter: '88.40' },
    };
    expect(textOf(roadmapCard(view))).toContain('之后 88.46 分、第 6 名，前一位届时 88.40 分');
    expect(rowsIn(roadmapCard(roadmapSample))[0]?.c5).toBe('88.45');
  });

  it('says in percentage points what a percentage has to gain', () => {
    const gains = rowsIn(roadmapCard(roadmapSample)).map(({ c2 }) => c2);
    expect(gains).toContain('91.1 个百分点');
    expect(gains).toContain('1 家');
  });

  it('does not claim more than was searched, and names nobody whose place may not be shown', () => {
    const combination = roadmapSample.combination && { ...roadmapSample.combination, proven: false };
    const view = { ...roadmapSample, combination, ahead: { ...roadmapSample.ahead, names: [] } };
    const text = textOf(roadmapCard(view as typeof roadmapSample));
    expect(text).toContain('在试过的取值里最省');
    expect(text).toContain('前一位是第 6 名，88.45 分');
  });

  it('shows all options over its pages, each once', () => {
    const [option] = roadmapSample.options;
    const options = Array.from({ length: 33 }, (_, at) => ({
      ...(option as NonNullable<typeof option>),
      indicator: `指标${at}`,
    }));
    const shown = [1, 2, 3, 4].flatMap((page) => {
      const card = roadmapCard({ ...roadmapSample, options, page });
      expect(checkCard(card)).toEqual([]);
      return rowsIn(card).map(({ c0 }) => c0);
    });
    expect([...new Set(shown)]).toHaveLength(33);
    expect(shown).toHaveLength(33);
  });
});

describe('what if', () => {
  it('says that nothing is saved, what is supposed and what becomes of the places', () => {
    const text = textOf(whatIfCard(whatIfSample));
    expect(text).toContain('只是测算，不保存');
    expect(text).toContain('固定资产投资（2026年10月）：12.35 → 15 亿元');
    expect(text).toContain('第 7 名 → 第 5 名 ↑2');
  });
});

describe('the brief', () => {
  it('leads from each of its lines to the evidence', () => {
    const card = briefCard(briefSample);
    expect(valueOfButton(card, '为什么')).toEqual({
      action: 'compare.show',
      unit: 'U01',
      period: '2026-10',
      with: '2026-09',
    });
    expect(valueOfButton(card, '看依据')).toEqual({
      action: 'brief.evidence',
      kind: 'problem',
      period: '2026-10',
    });
    expect(textOf(card)).toContain('请决定是否督促补报');
  });
});
