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
import type { RankingGroup, RankingRow, RankingScope, RankingView, ShownRanking } from './ranking-view.ts';
import { rankingShow } from './score-buttons.ts';
import { coverageWords, movementMark, stateMark } from './score-words.ts';

export type { RankingRow, RankingView } from './ranking-view.ts';

/** Rows a page: with a chart beside the table 16, groups side by side 48, of each track's overview five. */
const pageRows = { chart: 16, groups: 48, overview: 5 };

/** A ranking: whose place it is, what is provisional and why, the table, a chart, and the way to other periods and tracks. */
export const rankingCard = remembered(({ demo, asOf, shown, page: number }: RankingView): Card => {
  const page = pageOfGroups(shown, number);
  const groups = regrouped(page.rows);
  return card({
    frame: { demo, asOf, ruleVersion: shown.ruleVersion },
    title: `${shown.name}排名`,
    subtitle: `${periodName(shown.period)}${shown.running ? '（本期未结束）' : ''}`,
    tags: [
      shown.provisionalWhy !== undefined && { text: '暂列', colour: 'orange' },
      shown.scope === 'district' && { text: '跨赛道仅供参考', colour: 'neutral' },
    ],
    elements: [
      ...unscoredElements(shown),
      leadOf(shown, page),
      ...(groups.length === 0
        ? [markdown(md`这一期还没有可以排名的数据。请点下面的按钮换一期，或看别的赛道。`)]
        : []),
      ...groups.flatMap((group) => groupElements(shown, group, groups.length > 1)),
      ...remarksOf(shown).map(caption),
      ...rankingNavigation(shown, page),
    ],
  });
});

type GroupedRow = RankingRow & { readonly group: RankingGroup };

/** Page by page over all groups, so that a group may go on upon the next page. */
function pageOfGroups(shown: ShownRanking, page: number): Page<GroupedRow> {
  const most = shown.scope === 'tracks' ? pageRows.overview : Number.POSITIVE_INFINITY;
  const rows = shown.groups.flatMap((group) => group.rows.slice(0, most).map((row) => ({ ...row, group })));
  return pageOf(rows, page, shown.groups.length > 1 ? pageRows.groups : pageRows.chart);
}

function regrouped(rows: readonly GroupedRow[]): RankingGroup[] {
  const groups = [...new Set(rows.map((row) => row.group))];
  return groups.map((group) => ({ ...group, rows: rows.filter((row) => row.group === group) }));
}

function groupElements(shown: ShownRanking, group: RankingGroup, headed: boolean): BodyElement[] {
  const chart = headed || shown.scope === 'indicator' ? undefined : rankingChart(shown, group.rows);
  return [
    ...(headed ? [markdown(md`${bold(group.name)}`)] : []),
    rankingTable(shown, group.rows),
    ...(chart ? [chart] : []),
  ];
}

/** Why everybody stands there without a score, and where there are some. */
function unscoredElements({ unscored, scope, of, period }: ShownRanking): Maybe<BodyElement>[] {
  if (!unscored) return [];
  const { instead } = unscored;
  return [
    markdown(md`${periodName(period)}还没有可以计分的数据，到期后才有得分和名次。`),
    instead !== undefined &&
      rankingShow.button({
        text: `看${periodName(instead)}`,
        type: 'primary_filled',
        payload: { scope, of, period: instead, page: 1 },
      }),
  ];
}

/** The first lines: the asker's own unit when it is not on the page, and why places are provisional. */
function leadOf(shown: ShownRanking, page: Page<RankingRow>): Maybe<BodyElement> {
  const { own } = shown;
  const missing = own !== undefined && !page.rows.some((row) => row.unit === own.unit);
  const why = shown.provisionalWhy === undefined ? nothing : md`暂列：${shown.provisionalWhy}`;
  const lead = lines(missing ? ownLine(own, shown.scope) : nothing, why);
  return lead.source !== '' && markdown(lead);
}

function ownLine(own: RankingRow, scope: RankingScope): Markup {
  const place =
    own.place === null
      ? md`暂无名次`
      : joined([md`第 ${bold(own.place)} 名`, movementMark(own.movement)], md` `);
  const score =
    own.score === null
      ? md`暂无得分`
      : scope === 'indicator'
        ? md`得分系数 ${own.score}`
        : md`${own.score} 分`;
  const facts = [place, score, md`${coverageWords(own)}`, stateMark(own)];
  return md`您的单位${bold(own.name)}：${joined(facts, md`，`)}`;
}

function remarksOf(shown: ShownRanking): string[] {
  return [
    ...(shown.scope === 'district' ? ['各赛道指标、目标和赋分规则不同，跨赛道名次仅供参考。'] : []),
    ...(shown.limitedWhy === undefined ? [] : [shown.limitedWhy]),
    ...(shown.remarks ?? []),
  ];
}
