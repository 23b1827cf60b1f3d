import type { CardSample } from '../samples.ts';
import { type FairnessView, fairnessCard } from './fairness.ts';
import { type PublishAskView, publishAskCard } from './publish-ask.ts';
import { type PublishedListView, publishedListCard } from './published-list.ts';
import { type PublishedTableView, publishedCheckCard, publishedTableCard } from './published-table.ts';

const at = '2026-11-20T10:00:00+08:00';
const hash = '359d109d7e9923fa8f0e1d03e6a6ed6874d93ccb0f61433d3219b025c81b73df';
const long = '云澜高新技术产业开发区管理委员会行政审批和政务服务数据管理局';
const foot = { demo: true, asOf: '2026-11-20T09:58:00+08:00', ruleVersion: '2026-2' };
const changes = [
  '区财政局：得分和名次 90.66 分、第 5 名 → 91.21 分、第 3 名',
  '区财政局 · 专项债券资金支出进度：完成值 未报 → 84.3%；得分 不计 → 4.5',
];
const many = Array.from(
  { length: 40 },
  (_, index) =>
    `${long}${index} · 规模以上战略性新兴产业增加值占比：完成值 12345.67 亿元 → 12346.89 亿元；目标 13000 → 13001；得分 1.2345 → 1.3456`,
);

const list: PublishedListView = {
  demo: true,
  period: '2026-10',
  previous: '2026-09',
  lines: [
    { scope: 'track', of: 'T1', name: '发展攻坚赛道', id: '2026-10.T1.2', edition: 2, at, hash },
    { scope: 'track', of: 'T2', name: '服务保障赛道' },
    { scope: 'task_force', of: 'TF01', name: '经济运行专班', id: '2026-10.TF01.1', edition: 1, at, hash },
  ],
  others: ['2026Q3', '2026-09', '2026-08', '2026H1', '2026-06'],
  mayPublish: true,
  hidden: false,
};

const row = {
  unit: 'U06',
  name: '区财政局',
  place: 3,
  score: '91.21',
  reported: 17,
  due: 22,
  bonus: '0',
  deduction: '0.6',
  provisional: true,
  vetoed: false,
};
const table: PublishedTableView = {
  ...foot,
  ...{ id: '2026-10.T1.2', name: '发展攻坚赛道', period: '2026-10', edition: 2, hash },
  publishedBy: '张萍',
  publishedAt: at,
  why: '区财政局补报专项债券资金支出进度',
  changes,
  editions: [
    { id: '2026-10.T1.1', edition: 1 },
    { id: '2026-10.T1.2', edition: 2 },
  ],
  units: 14,
  limited: false,
  whole: true,
  mayExport: true,
  rows: [
    {
      ...row,
      unit: 'U05',
      name: '区投促局',
      place: 1,
      score: '95.68',
      bonus: '1.25',
      deduction: '0',
      provisional: false,
    },
    { ...row, unit: 'U08', name: '区审批局', place: 2, score: '93.64', vetoed: true },
    row,
  ],
};

const ask: PublishAskView = {
  ...foot,
  scope: 'track',
  of: 'T1',
  name: '发展攻坚赛道',
  period: '2026-10',
  units: 14,
  provisional: 3,
  unreported: 8,
  changes: [],
};

const fairness: FairnessView = {
  ...foot,
  ...{ id: '2026-10.T1.2', name: '发展攻坚赛道', period: '2026-10', edition: 2, page: 1 },
  ...{ units: 14, scored: 14, provisional: 3, vetoed: ['区审批局'], still: 31 },
  ties: [{ place: 4, units: ['区科技局', '区统计局'] }],
  unreported: [{ unit: '区财政局', count: 2 }],
  gaps: [
    {
      better: '区投促局',
      worse: '区审批局',
      gap: '2.04',
      decided: [
        { name: '固定资产投资', gain: '1.32' },
        { name: '加减分', gain: '0.80' },
      ],
    },
    {
      better: '区审批局',
      worse: '区财政局',
      gap: '2.43',
      decided: [{ name: '专项债券资金支出进度', gain: '2.01' }],
    },
  ],
  weights: [{ indicator: '固定资产投资', up: 2, down: 4 }],
};

/** Published tables, their fairness and their corrections, in their cases. */
export const publishedSamples: readonly CardSample[] = [
  { id: 'published.list.usual', title: '公布结果', card: publishedListCard(list) },
  {
    id: 'published.list.reader',
    title: '公布结果：各单位',
    card: publishedListCard({ ...list, mayPublish: false }),
  },
  {
    id: 'published.list.longest',
    title: '公布结果：很多',
    card: publishedListCard({
      ...list,
      hidden: true,
      lines: Array.from({ length: 40 }, (_, index) => ({
        scope: 'track',
        of: `T${index}`,
        name: `${long}${index}`,
        id: `2026-10.T${index}.2`,
        edition: 2,
        at,
        hash,
      })),
    }),
  },
  {
    id: 'published.list.empty',
    title: '公布结果：没有',
    card: publishedListCard({
      demo: true,
      period: '2026-10',
      lines: [],
      others: [],
      mayPublish: false,
      hidden: false,
    }),
  },
  { id: 'published.ask.usual', title: '公布前核对', card: publishAskCard(ask) },
  {
    id: 'published.ask.correction',
    title: '公布更正',
    card: publishAskCard({ ...ask, edition: 1, changes, provisional: 0 }),
  },
  {
    id: 'published.ask.longest',
    title: '公布更正：很多处',
    card: publishAskCard({ ...ask, name: long, edition: 1, changes: many }),
  },
  { id: 'published.table.usual', title: '公布表', card: publishedTableCard(table) },
  {
    id: 'published.table.longest',
    title: '公布表：最长',
    card: publishedTableCard({
      ...table,
      name: long,
      changes: many,
      why: long.repeat(6),
      rows: Array.from({ length: 100 }, (_, index) => ({
        ...row,
        unit: `U${index}`,
        name: `${long}${index}`,
        vetoed: true,
      })),
      units: 100,
    }),
  },
  {
    id: 'published.table.instead',
    title: '公布表：代替实时排名',
    card: publishedTableCard({
      ...table,
      ...{ instead: true, limited: true, whole: false, mayExport: false, changes: [] },
    }),
  },
  {
    id: 'published.table.empty',
    title: '公布表：看不到单位',
    card: publishedTableCard({
      ...table,
      rows: [],
      limited: true,
      whole: false,
      mayExport: false,
      changes: [],
      editions: [],
    }),
  },
  { id: 'published.check.same', title: '重算一致', card: publishedCheckCard({ ...table, faults: [] }) },
  {
    id: 'published.check.different',
    title: '重算不一致',
    card: publishedCheckCard({ ...table, faults: many }),
  },
  { id: 'published.fairness.usual', title: '公平性分析', card: fairnessCard(fairness) },
  {
    id: 'published.fairness.longest',
    title: '公平性分析：最长',
    card: fairnessCard({
      ...fairness,
      name: long,
      ties: Array.from({ length: 20 }, (_, index) => ({ place: index + 1, units: [long, long] })),
      unreported: Array.from({ length: 20 }, (_, index) => ({ unit: `${long}${index}`, count: 9 })),
      gaps: Array.from({ length: 40 }, () => ({
        better: long,
        worse: long,
        gap: '12.34',
        decided: Array.from({ length: 3 }, () => ({
          name: '规模以上战略性新兴产业增加值占比',
          gain: '12.34',
        })),
      })),
      weights: Array.from({ length: 60 }, () => ({
        indicator: '规模以上战略性新兴产业增加值占比',
        up: 40,
        down: 41,
      })),
    }),
  },
  {
    id: 'published.fairness.empty',
    title: '公平性分析：空',
    card: fairnessCard({
      ...fairness,
      units: 0,
      scored: 0,
      ties: [],
      unreported: [],
      provisional: 0,
      vetoed: [],
      gaps: [],
      weights: [],
      still: 0,
    }),
  },
];
