import type { CardSample } from '../samples.ts';
import { type RoadmapView, roadmapCard } from './roadmap.ts';
import type { RoadmapMilestone, RoadmapStep } from './roadmap-view.ts';

const meetings: RoadmapStep = {
  indicator: '新增“四上”企业',
  measure: '家',
  period: '2026-10',
  value: '18',
  needed: '19',
  gain: '1',
  share: '4.00%',
};
const investment: RoadmapStep = {
  indicator: '固定资产投资',
  measure: '亿元',
  period: '2026-10',
  value: '12.35',
  needed: '12.49',
  gain: '0.14',
  share: '0.93%',
};
const unreported: RoadmapStep = {
  indicator: '督办事项按期办结率',
  measure: '%',
  period: '2026-10B',
  value: null,
  needed: '91.1',
  gain: '91.1',
  share: '95.39%',
};

const fineDust: RoadmapStep = {
  indicator: 'PM2.5 平均浓度',
  measure: '微克/立方米',
  period: '2026-10',
  value: '32.1',
  needed: '32',
  gain: '0.1',
  share: '0.30%',
};

const milestones: readonly RoadmapMilestone[] = [
  {
    indicator: '固定资产投资',
    measure: '亿元',
    points: [
      { period: '2026Q1', expected: '3.2', actual: '3.35', ended: true, behind: false },
      { period: '2026Q2', expected: '7', actual: '6.81', ended: true, behind: true },
      { period: '2026Q3', expected: '11', actual: '10.8', ended: true, behind: true },
      { period: '2026Q4', expected: '15', actual: null, ended: false, behind: false },
    ],
    place: { period: '2026-10', city: 4, cityTotal: 11, province: 23 },
    expectedPlace: 3,
  },
  {
    indicator: '规上工业增加值增速',
    measure: '%',
    points: [{ period: '2026Q3', expected: '8', actual: null, ended: true, behind: false }],
    place: { period: '2026-10', city: 1, cityTotal: 11, province: null },
  },
];

/** A department one small step from the next place. */
export const roadmapSample: RoadmapView = {
  demo: true,
  asOf: '2026-11-06T09:00:00+08:00',
  ruleVersion: '2026-1',
  unit: 'U01',
  unitName: '区发改委',
  track: { id: 'T1', name: '发展攻坚赛道' },
  period: '2026-10',
  running: false,
  provisional: true,
  score: '88.20',
  place: 7,
  ahead: { units: 1, names: ['区科技局'], place: 6, score: '88.45', gap: '0.25' },
  options: [
    {
      ...investment,
      needed: '12.6',
      gain: '0.25',
      share: '1.67%',
      scoreAfter: '88.46',
      placeAfter: 6,
      aheadAfter: '88.45',
    },
    { ...meetings, scoreAfter: '88.62', placeAfter: 6, aheadAfter: '88.45' },
    { ...unreported, scoreAfter: '89.10', placeAfter: 5, aheadAfter: '88.40' },
  ],
  combination: {
    steps: [investment, fineDust],
    share: '1.23%',
    proven: true,
    scoreAfter: '88.46',
    placeAfter: 6,
    aheadAfter: '88.45',
  },
  singleIsCheapest: undefined,
  staying: [{ name: '区科技局', points: '0.02', option: meetings }],
  milestones,
  page: 1,
};

const longest: RoadmapView = {
  ...roadmapSample,
  unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  ahead: {
    units: 4,
    names: ['云澜高新技术产业开发区管理委员会', '区卫健局'],
    place: 6,
    score: '88.45',
    gap: '0.25',
  },
  options: Array.from({ length: 60 }, (_, index) => ({
    ...investment,
    indicator: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
    measure: '微克/立方米',
    scoreAfter: '88.46',
    placeAfter: 6,
    aheadAfter: '88.45',
  })),
  milestones: Array.from({ length: 60 }, (_, index) => ({
    ...milestones[0],
    measure: '微克/立方米',
    indicator: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
  })) as RoadmapMilestone[],
};

const first: RoadmapView = {
  ...roadmapSample,
  place: 1,
  provisional: false,
  ahead: undefined,
  options: [],
  combination: undefined,
  staying: [],
  milestones: [],
};

const unplaced: RoadmapView = { ...first, place: null, score: null };

const tooFar: RoadmapView = {
  ...roadmapSample,
  options: [],
  combination: undefined,
  staying: [],
};

/** The road map in its cases. */
export const roadmapSamples: readonly CardSample[] = [
  { id: 'ranking.roadmap.unit', title: '路线图：一个单位', card: roadmapCard(roadmapSample) },
  { id: 'ranking.roadmap.longest', title: '路线图：60 项、最长的名称', card: roadmapCard(longest) },
  { id: 'ranking.roadmap.first', title: '路线图：第一名', card: roadmapCard(first) },
  { id: 'ranking.roadmap.unplaced', title: '路线图：还没有得分', card: roadmapCard(unplaced) },
  { id: 'ranking.roadmap.too_far', title: '路线图：提高三项也不够', card: roadmapCard(tooFar) },
];
