import type { CardSample } from '../samples.ts';
import { explainCard } from './explain.ts';
import type { ExplainLine, ExplainView } from './explain-view.ts';

const lines: readonly ExplainLine[] = [
  {
    indicator: '固定资产投资',
    period: '2026-10',
    measure: '亿元',
    weight: '8',
    value: '12.35',
    target: '12.5',
    direction: 'higher',
    rule: { type: 'completion', cap: '1', floor: '0' },
    f: '0.988',
    points: '7.904',
    lost: '0.096',
    status: 'scored',
    source: '区统计局',
    reporter: '许美玲',
  },
  {
    indicator: '规上工业增加值增速',
    period: '2026-10',
    measure: '%',
    weight: '10',
    value: '6.8',
    target: '8.5',
    direction: 'higher',
    rule: { type: 'growth', against: 'city', base: '0.8', perPoint: '0.05' },
    f: '0.83',
    points: '8.3',
    lost: '1.7',
    status: 'scored',
    compared: [{ say: '快于全市 0.6 个百分点', verdict: 'better' }],
    source: '区统计局',
    reporter: '许美玲',
  },
  {
    indicator: '新增“四上”企业',
    period: '2026-10',
    measure: '家',
    weight: '6',
    value: null,
    target: '25',
    direction: 'higher',
    rule: { type: 'rank', step: '0.05', floor: '0.5', of: 'completion' },
    f: '0',
    points: '0',
    lost: '6',
    status: 'unreported',
    source: '区统计局',
    reporter: '许美玲',
  },
  {
    indicator: '居民人均可支配收入增速',
    period: '2026Q3',
    measure: '%',
    weight: '5',
    value: null,
    target: '5.5',
    direction: 'higher',
    rule: { type: 'steps', steps: [{ from: '5', f: '0.8' }] },
    f: null,
    points: null,
    lost: null,
    status: 'left_out_not_due',
    source: '区统计局',
    reporter: '许美玲',
  },
];

/** A department's score. */
export const sample: ExplainView = {
  demo: true,
  asOf: '2026-11-06T09:00:00+08:00',
  ruleVersion: '2026-1',
  unit: 'U01',
  unitName: '区发改委',
  track: { id: 'T1', name: '发展攻坚赛道' },
  period: '2026-10',
  running: false,
  score: '88.20',
  place: 7,
  units: 14,
  reported: 22,
  due: 23,
  provisionalWhy: '有 1 项指标还没有到报送截止日，暂不计入',
  vetoed: false,
  points: '81.5612',
  weights: '95',
  bonus: '3.00',
  bonusUncapped: undefined,
  deduction: '0.65',
  adjustments: [
    {
      type: 'bonus',
      points: '3',
      reason: '承办全省项目建设现场会',
      date: '2026-06-18',
      proposal: 'adj_1',
      files: ['省级现场会通知.pdf'],
    },
    { type: 'deduction', points: '0.65', reason: '数据质量抽查发现差错', date: '2026-09-02' },
  ],
  lines,
  oneMore: [
    { indicator: '新增“四上”企业', step: '多 1 家', gain: '0.25' },
    { indicator: '规上工业增加值增速', step: '多 1 个百分点', gain: '0.53' },
  ],
  page: 1,
  previous: '2026-09',
  next: undefined,
};

const blend: ExplainLine['rule'] = {
  type: 'blend',
  parts: [
    { share: '0.6', rule: { type: 'completion', cap: '1.2', floor: '0' } },
    { share: '0.4', rule: { type: 'efficacy', base: '0.6', of: 'completion' } },
  ],
};

const longest: ExplainView = {
  ...sample,
  unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  vetoed: true,
  bonusUncapped: '8.50',
  adjustments: Array.from({ length: 14 }, (_, index) => ({
    type: index % 2 ? ('deduction' as const) : ('veto' as const),
    points: '1.25',
    reason: `发生较大生产安全责任事故，被省安委会挂牌督办并通报批评（第 ${index + 1} 起）`,
    date: '2026-08-01',
  })),
  lines: Array.from({ length: 63 }, (_, index) => ({
    ...(lines[index % 4] ?? sample.lines[0]),
    indicator: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
    measure: '微克/立方米',
    rule: blend,
  })) as ExplainLine[],
  page: 2,
  next: '2026-11',
};

const noScore: ExplainView = {
  ...sample,
  score: null,
  place: null,
  reported: 0,
  due: 0,
  provisionalWhy: undefined,
  adjustments: [],
  lines: [],
  oneMore: [],
  period: '2026-01',
  running: true,
  previous: undefined,
};

/** The explanation in its cases. */
export const explainSamples: readonly CardSample[] = [
  { id: 'ranking.explain.unit', title: '得分明细：一个单位', card: explainCard(sample) },
  { id: 'ranking.explain.longest', title: '得分明细：63 项、最长的名称', card: explainCard(longest) },
  { id: 'ranking.explain.no_score', title: '得分明细：没有得分', card: explainCard(noScore) },
];
