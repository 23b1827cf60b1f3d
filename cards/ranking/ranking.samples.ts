import type { Frame } from '../kit/frame.ts';
import type { CardSample } from '../samples.ts';
import { rankingCard } from './ranking.ts';
import type { RankingGroup, RankingRow, RankingView, ShownRanking } from './ranking-view.ts';

const names = [
  '区发改委',
  '区工信局',
  '区科技局',
  '区商务局',
  '区投促局',
  '区财政局',
  '区统计局',
  '区审批局',
];
const trackNames = ['发展攻坚赛道', '服务保障赛道', '镇街竞进赛道', '园区国企赛道'];
const tracks = trackNames.map((name, index) => ({ id: `T${index + 1}`, name }));

function rowAt(index: number, name = names[index % names.length] ?? ''): RankingRow {
  return {
    unit: `U${String(index + 1).padStart(2, '0')}`,
    name: index < names.length ? name : `${name}${index}`,
    place: index + 1,
    movement: index % 4 === 0 ? 2 : index % 4 === 1 ? -1 : index % 4 === 2 ? 0 : 'new',
    score: (96.4 - index * 1.13).toFixed(2),
    reported: 23 - (index % 3),
    due: 23,
    provisional: index % 3 !== 0,
    vetoed: index === 5,
    mayExplain: true,
  };
}

function rowsOf(count: number): RankingRow[] {
  return Array.from({ length: count }, (_, index) => rowAt(index));
}

const frame = { demo: true, asOf: '2026-11-06T09:00:00+08:00', ruleVersion: '2026-1' };

/** A view with what it shows beside its frame and page, as it is easier to vary. */
type FlatRanking = Frame & ShownRanking & Pick<RankingView, 'page'>;

/** The view as its card takes it. */
export function rankingView({ demo, asOf, page, ...shown }: FlatRanking): RankingView {
  return { demo, asOf, page, shown };
}

/** A track's ranking. */
export const sample: FlatRanking = {
  ...frame,
  scope: 'track',
  of: 'T1',
  name: '发展攻坚赛道',
  period: '2026-10',
  running: false,
  provisionalWhy: '有 3 项指标还没有到报送截止日，暂不计入',
  groups: [{ name: '发展攻坚赛道', track: 'T1', rows: rowsOf(14) }],
  page: 1,
  own: rowAt(2),
  previous: '2026-09',
  next: '2026-11',
  tracks,
  mayDistrict: true,
};

const noScore = { place: null, movement: null, score: null, reported: 0, due: 0 };
const unscored: FlatRanking = {
  ...sample,
  ...{ period: '2026', running: true, provisionalWhy: undefined, own: undefined },
  unscored: { instead: '2026-10' },
  groups: [{ name: '发展攻坚赛道', track: 'T1', rows: rowsOf(8).map((row) => ({ ...row, ...noScore })) }],
};

const overview: FlatRanking = {
  ...sample,
  scope: 'tracks',
  of: undefined,
  name: '各赛道',
  groups: tracks.map(({ id, name }): RankingGroup => ({ name, track: id, rows: rowsOf(16) })),
  own: rowAt(11),
  limitedWhy: '此处显示各赛道前 5 名。',
};

const district: FlatRanking = {
  ...sample,
  scope: 'district',
  of: undefined,
  name: '全区',
  groups: [
    { name: '全区', rows: rowsOf(48).map((row, index) => ({ ...row, track: trackNames[index % 4] })) },
  ],
};

const taskForce: FlatRanking = { ...sample, scope: 'task_force', of: 'TF01', name: '经济运行专班' };

const indicator: FlatRanking = {
  ...sample,
  scope: 'indicator',
  of: 'KC-04',
  name: '高新技术产业产值占规上工业总产值比重',
  groups: tracks.map(({ id, name }) => ({
    name,
    track: id,
    rows: rowsOf(12).map((row, index) => ({
      ...row,
      score: index === 11 ? null : '0.9312',
      place: index === 11 ? null : row.place,
      value: index === 11 ? '—' : index > 5 ? undefined : `${60 - index}%`,
      ...(index === 11 ? { note: '未报' } : {}),
    })),
  })),
};

const longName = '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）';
const longest: FlatRanking = {
  ...district,
  provisionalWhy: '有 23 项指标还没有到报送截止日，2 项缺少全市对标值，暂不计入',
  groups: [
    {
      name: '全区',
      rows: rowsOf(48).map((row) => ({
        ...row,
        name: `${longName}${row.unit}`,
        track: '高质量发展攻坚赛道',
        provisional: true,
        vetoed: true,
        note: '发生较大安全生产责任事故',
      })),
    },
  ],
  page: 2,
  own: rowAt(40, longName),
  remarks: ['日历未公布：2027 年的工作日按周一至周五推算。'],
};

const empty: FlatRanking = {
  ...sample,
  running: true,
  provisionalWhy: undefined,
  groups: [{ name: '发展攻坚赛道', track: 'T1', rows: [] }],
  own: undefined,
  next: undefined,
};

/** The ranking card in its cases. */
export const rankingSamples: readonly CardSample[] = [
  { id: 'ranking.ranking.track', title: '排名：一个赛道', card: rankingCard(rankingView(sample)) },
  { id: 'ranking.ranking.tracks', title: '排名：各赛道前五名', card: rankingCard(rankingView(overview)) },
  {
    id: 'ranking.ranking.district',
    title: '排名：全区 48 个单位',
    card: rankingCard(rankingView(district)),
  },
  { id: 'ranking.ranking.task_force', title: '排名：专班', card: rankingCard(rankingView(taskForce)) },
  { id: 'ranking.ranking.indicator', title: '排名：单项指标', card: rankingCard(rankingView(indicator)) },
  { id: 'ranking.ranking.longest', title: '排名：最长的名称', card: rankingCard(rankingView(longest)) },
  {
    id: 'ranking.ranking.unscored',
    title: '排名：本年还没有计分',
    card: rankingCard(rankingView(unscored)),
  },
  { id: 'ranking.ranking.empty', title: '排名：还没有数据', card: rankingCard(rankingView(empty)) },
];
