import { barChart } from '../kit/chart.ts';
import type { ChartElement, TableElement } from '../kit/elements.ts';
import { cut, md } from '../kit/markup.ts';
import { type TableColumn, table } from '../kit/table.ts';
import type { RankingRow, ShownRanking } from './ranking-view.ts';
import { placeMark, stateMark } from './score-words.ts';

/** The most bars that are readable on a phone. */
const mostBars = 20;

const place: TableColumn<RankingRow> = { title: '名次', width: '80px', markdown: placeMark };
const unit: TableColumn<RankingRow> = { title: '单位', width: '92px', text: (row) => row.name };
const score: TableColumn<RankingRow> = {
  title: '得分',
  width: '80px',
  align: 'right',
  markdown: (row) => (row.score === null ? md`—` : md`${row.score}`),
};
const factor: TableColumn<RankingRow> = { ...score, title: '得分系数' };
const value: TableColumn<RankingRow> = {
  title: '完成值',
  width: '160px',
  align: 'right',
  text: (row) => row.value ?? '不公开',
};
const track: TableColumn<RankingRow> = { title: '赛道', width: '120px', text: (row) => row.track ?? '' };
const coverage: TableColumn<RankingRow> = {
  title: '已报/应报',
  width: '90px',
  text: (row) => `${row.reported}/${row.due}`,
};
const state: TableColumn<RankingRow> = {
  title: '说明',
  width: '80px',
  markdown: (row) => stateMark(row, md`<br>`),
};

/** The columns that fit a phone come first; the rest is reached by swiping. */
function columnsOf(view: ShownRanking): TableColumn<RankingRow>[] {
  if (view.scope === 'tracks') return [place, unit, score, state];
  if (view.scope === 'district') return [place, unit, score, state, track, coverage];
  if (view.scope === 'indicator') {
    // Where nobody's value may be shown the column would only repeat that.
    const anyValue = view.groups.some((group) => group.rows.some((row) => row.value !== undefined));
    return [place, unit, ...(anyValue ? [value] : []), factor, state];
  }
  return [place, unit, score, state, coverage];
}

/** One group's table. */
export function rankingTable(view: ShownRanking, rows: readonly RankingRow[]): TableElement {
  return table({ columns: columnsOf(view), rows });
}

/** The scores as bars in the order of the places; nothing when fewer than two units have one. */
export function rankingChart(view: ShownRanking, rows: readonly RankingRow[]): ChartElement | undefined {
  const bars = rows
    .flatMap(({ name, place: at, score: text }) =>
      text === null ? [] : [{ label: `${at ?? '—'} ${cut(name, 12)}`, value: Number(text) }],
    )
    .slice(0, mostBars);
  return bars.length < 2 ? undefined : barChart({ title: `${view.name}得分（分）`, bars });
}
