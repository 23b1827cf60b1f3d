import { describe, expect, it } from 'vitest';
import { checkCard } from '#cards/kit/check-card.ts';
import { rankingView, sample } from '#cards/ranking/ranking.samples.ts';
import { type RankingRow, rankingCard } from '#cards/ranking/ranking.ts';
import { choicesIn, elementsOf, rowsIn, textOf, valueOfButton, valuesIn } from '../read-card.ts';

const first = sample.groups[0]?.rows[0] as RankingRow;
const rows = (count: number, change: Partial<RankingRow> = {}): RankingRow[] =>
  Array.from({ length: count }, (_, index) => ({
    ...first,
    unit: `U${index + 1}`,
    name: `单位${index + 1}`,
    place: index + 1,
    ...change,
  }));
const view = (change: Partial<typeof sample>) => ({ ...sample, own: undefined, ...change });
const cardOf = (flat: typeof sample) => rankingCard(rankingView(flat));
const one = (change: Partial<RankingRow>) =>
  textOf(cardOf(view({ groups: [{ name: '赛道', rows: [{ ...first, ...change }] }] })));
const barsOf = (card: object) => {
  const spec = elementsOf(card, 'chart')[0]?.chart_spec as { data: { values: { n: string; v: number }[] }[] };
  return spec?.data[0]?.values ?? [];
};

describe('a ranking', () => {
  it('says of what, for which period, as of when and by which rules', () => {
    const text = textOf(cardOf(sample));
    expect(text).toContain('发展攻坚赛道排名');
    expect(text).toContain('2026年10月');
    expect(text).toContain('数据截至 2026年11月6日 09:00');
    expect(text).toContain('规则版本 2026-1');
  });

  it('says that a running period has not ended', () => {
    expect(textOf(cardOf(view({ running: true })))).toContain('2026年10月（本期未结束）');
  });

  it('shows movement as ↑, ↓, — or 新', () => {
    expect(one({ movement: 2 })).toContain('↑2');
    expect(one({ movement: -1 })).toContain('↓1');
    expect(one({ movement: 0 })).toContain('—');
    expect(one({ movement: 'new' })).toContain('新');
    expect(one({ movement: null })).not.toMatch(/[↑↓新]/);
  });

  it('says a veto and a provisional place in words, not only in colour', () => {
    expect(one({ vetoed: true })).toContain('一票否决');
    expect(one({ provisional: true })).toContain('暂列');
    expect(textOf(cardOf(sample))).toContain('暂列：有 3 项指标还没有到报送截止日');
  });

  it('shows a unit without a score without a place, and no bar', () => {
    const unscored = { ...first, unit: 'U9', name: '无分单位', place: null, score: null };
    const card = cardOf(view({ groups: [{ name: '赛道', rows: [...rows(3), unscored] }] }));
    expect(textOf(card)).toContain('无分单位');
    expect(barsOf(card).map(({ n }) => n)).toEqual(['1 单位1', '2 单位2', '3 单位3']);
  });

  it("draws the page's scores in the order of the places, 20 bars at most", () => {
    const card = cardOf(view({ groups: [{ name: '赛道', rows: rows(48) }] }));
    expect(barsOf(card).length).toBeLessThanOrEqual(20);
    expect(barsOf(card)[0]?.n).toBe('1 单位1');
  });

  it('shows all 48 units over its pages, each once', () => {
    const groups = [{ name: '全区', rows: rows(48) }];
    const shown = [1, 2, 3].flatMap((page) => {
      const card = cardOf(view({ scope: 'district', of: undefined, groups, page }));
      expect(checkCard(card)).toEqual([]);
      return rowsIn(card).map((row) => row.c1);
    });
    expect(shown).toEqual(rows(48).map(({ name }) => name));
  });

  it('keeps scope and period when turning a page', () => {
    const groups = [{ name: '全区', rows: rows(48) }];
    const card = cardOf(view({ scope: 'district', of: undefined, groups }));
    expect(valueOfButton(card, '下一页 ›')).toEqual({
      action: 'ranking.show',
      scope: 'district',
      of: undefined,
      period: '2026-10',
      page: 2,
    });
  });

  it('leads to the month before and after, and starts there on the first page', () => {
    const card = cardOf(view({ page: 2 }));
    const there = { action: 'ranking.show', scope: 'track', of: 'T1', page: 1 };
    expect(valueOfButton(card, '‹ 上月')).toEqual({ ...there, period: '2026-09' });
    expect(valueOfButton(card, '下月 ›')).toEqual({ ...there, period: '2026-11' });
    expect(valueOfButton(cardOf(view({ next: undefined })), '下月 ›')).toBeUndefined();
  });

  it('names the period on its button where it is no month', () => {
    const card = cardOf(view({ period: '2026Q3', previous: '2026Q2', next: undefined }));
    expect(valueOfButton(card, '‹ 2026年二季度')).toMatchObject({ period: '2026Q2' });
  });

  it('offers the other tracks and the district, never the list that is shown', () => {
    const card = cardOf(sample);
    expect(valueOfButton(card, '发展攻坚赛道')).toBeUndefined();
    expect(valueOfButton(card, '服务保障赛道')).toMatchObject({ scope: 'track', of: 'T2' });
    expect(valueOfButton(card, '全区')).toMatchObject({ scope: 'district' });
    expect(valueOfButton(cardOf(view({ mayDistrict: false })), '全区')).toBeUndefined();
  });

  it("shows the asker's own unit in a line only when it is not on the page", () => {
    const own = { ...first, unit: 'U40', name: '我的单位', place: 40, mayExplain: true };
    const line = '您的单位我的单位：第 40 名';
    expect(textOf(cardOf({ ...sample, own }))).toContain(line);
    expect(textOf(cardOf({ ...sample, own: { ...own, movement: null } }))).toContain(`${line}，`);
    expect(textOf(cardOf({ ...sample, own: { ...first } }))).not.toContain('您的单位');
  });

  it("explains the asker's own unit with one tap and others by a select, only those that may be", () => {
    const [a, b, c] = rows(3) as [RankingRow, RankingRow, RankingRow];
    const shown = [a, { ...b, mayExplain: false }, c];
    const card = cardOf(view({ own: a, groups: [{ name: '赛道', rows: shown }] }));
    expect(valueOfButton(card, '为什么（单位1）')).toEqual({
      action: 'explain.show',
      unit: 'U1',
      period: '2026-10',
    });
    const select = elementsOf(card, 'select_static')[0];
    expect(choicesIn(card).map(({ value }) => value)).toEqual(['U3']);
    expect(valuesIn(select)[0]).toEqual({ action: 'explain.show', period: '2026-10' });
  });

  it('explains nothing to those who may not see it', () => {
    const groups = [{ name: '赛道', rows: rows(5, { mayExplain: false }) }];
    const values = valuesIn(cardOf(view({ groups })));
    expect(values.filter(({ action }) => action === 'explain.show')).toEqual([]);
  });

  it('shows the first five of each track in the overview, whatever the view holds', () => {
    const groups = ['甲', '乙', '丙', '丁'].map((name) => ({ name: `${name}赛道`, rows: rows(16) }));
    const tables = elementsOf(cardOf(view({ scope: 'tracks', groups })), 'table');
    expect(tables.map((table) => (table.rows as unknown[]).length)).toEqual([5, 5, 5, 5]);
  });

  it('marks the district list as for reference only, and shows the track', () => {
    const groups = [{ name: '全区', rows: rows(5, { track: '镇街竞进赛道' }) }];
    const text = textOf(cardOf(view({ scope: 'district', of: undefined, groups })));
    expect(text).toContain('跨赛道仅供参考');
    expect(text).toContain('镇街竞进赛道');
  });

  it('shows values, 未报, and of whom the value may not be shown', () => {
    const groups = [
      {
        name: '赛道',
        rows: [
          { ...first, value: '12.35 亿元' },
          { ...first, value: '—', note: '未报' },
          { ...first, value: undefined },
        ],
      },
    ];
    const text = textOf(cardOf(view({ scope: 'indicator', of: 'XM-01', groups })));
    expect(text).toContain('12.35 亿元');
    expect(text).toContain('未报');
    expect(text).toContain('不公开');
  });

  it('leaves the column of values out where none may be shown', () => {
    const groups = [{ name: '赛道', rows: [{ ...first, value: undefined }] }];
    const text = textOf(cardOf(view({ scope: 'indicator', of: 'XM-01', groups })));
    expect(text).not.toContain('不公开');
    expect(text).not.toContain('完成值');
  });

  it('says what to do when there is nothing to rank', () => {
    expect(textOf(cardOf(view({ groups: [] })))).toContain('请点下面的按钮换一期');
  });
});
