import { periodName } from '#src/domain/calendar/period.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, markdown } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { type Markup, md, nothing } from '../kit/markup.ts';
import { type Page, pageOf } from '../kit/paging.ts';
import { bold, joined, lines } from '../kit/phrasing.ts';
import { remembered } from '../kit/remembered.ts';
import { rankingNavigation } from './ranking-navigation.ts';
import { rankingChart, rankingTable } from './ranking-table.ts';
import type { RankingGroup, RankingRow, RankingScope, RankingView } from './ranking-view.ts';
import { coverageWords, movementMark, stateMark } from './score-words.ts';

export type { RankingRow, RankingView } from './ranking-view.ts';

/** Rows a page: with a chart beside the table 16, groups side by side 48, of each track's overview five. */
const pageRows = { chart: 16, groups: 48, overview: 5 };

/** A ranking: whose place it is, what is provisional and why, the table, a chart, and the way to other periods and tracks. */
export const rankingCard = remembered((view: RankingView): Card => {
  const page = pageOfGroups(view);
  const groups = regrouped(page.rows);
  return card({
    frame: view,
    title: `${view.name}排名`,
    subtitle: `${periodName(view.period)}${view.running ? '（本期未结束）' : ''}`,
    tags: [
      view.provisionalWhy !== undefined && { text: '暂列', colour: 'orange' },
      view.scope === 'district' && { text: '跨赛道仅供参考', colour: 'neutral' },
    ],
    elements: [
      leadOf(view, page),
      ...(groups.length === 0
        ? [markdown(md`这一期还没有可以排名的数据。请点下面的按钮换一期，或看别的赛道。`)]
        : []),
      ...groups.flatMap((group) => groupElements(view, group, groups.length > 1)),
      ...remarksOf(view).map(caption),
      ...rankingNavigation(view, page),
    ],
  });
});

type GroupedRow = RankingRow & { readonly group: RankingGroup };

/** Page by page over all groups, so that a group may go on upon the next page. */
function pageOfGroups(view: RankingView): Page<GroupedRow> {
  const most = view.scope === 'tracks' ? pageRows.overview : Number.POSITIVE_INFINITY;
  const rows = view.groups.flatMap((group) => group.rows.slice(0, most).map((row) => ({ ...row, group })));
  return pageOf(rows, view.page, view.groups.length > 1 ? pageRows.groups : pageRows.chart);
}

function regrouped(rows: readonly GroupedRow[]): RankingGroup[] {
  const groups = [...new Set(rows.map((row) => row.group))];
  return groups.map((group) => ({ ...group, rows: rows.filter((row) => row.group === group) }));
}

function groupElements(view: RankingView, group: RankingGroup, headed: boolean): BodyElement[] {
  const chart = headed || view.scope === 'indicator' ? undefined : rankingChart(view, group.rows);
  return [
    ...(headed ? [markdown(md`${bold(group.name)}`)] : []),
    rankingTable(view, group.rows),
    ...(chart ? [chart] : []),
  ];
}

/** The first lines: the asker's own unit when it is not on the page, and why places are provisional. */
function leadOf(view: RankingView, page: Page<RankingRow>): Maybe<BodyElement> {
  const { own } = view;
  const missing = own !== undefined && !page.rows.some((row) => row.unit === own.unit);
  const why = view.provisionalWhy === undefined ? nothing : md`暂列：${view.provisionalWhy}`;
  const lead = lines(missing ? ownLine(own, view.scope) : nothing, why);
  return lead.source !== '' && markdown(lead);
}

function ownLine(own: RankingRow, scope: RankingScope): Markup {
  const place =
    own.place === null ? md`暂无名次` : md`第 ${bold(own.place)} 名 ${movementMark(own.movement)}`;
  const score =
    own.score === null
      ? md`暂无得分`
      : scope === 'indicator'
        ? md`得分系数 ${own.score}`
        : md`${own.score} 分`;
  const facts = [place, score, md`${coverageWords(own)}`, stateMark(own)];
  return md`您的单位${bold(own.name)}：${joined(facts, md`，`)}`;
}

function remarksOf(view: RankingView): string[] {
  return [
    ...(view.scope === 'district' ? ['各赛道指标、目标和赋分规则不同，跨赛道名次仅供参考。'] : []),
    ...(view.limitedWhy === undefined ? [] : [view.limitedWhy]),
    ...(view.remarks ?? []),
  ];
}
