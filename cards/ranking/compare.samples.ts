import type { CardSample } from '../samples.ts';
import { type CompareView, compareCard } from './compare.ts';
import type { ComparedLine } from './compare-view.ts';

const lines: readonly ComparedLine[] = [
  {
    indicator: '规上工业增加值增速',
    measure: '%',
    change: '-1.0526',
    why: '得分系数降低',
    before: { period: '2026-09', value: '7.9', target: '8.5', f: '0.935', points: '9.35' },
    after: { period: '2026-10', value: '6.8', target: '8.5', f: '0.83', points: '8.3' },
  },
  {
    indicator: '新增“四上”企业',
    measure: '家',
    change: '-0.4668',
    why: '本期未报',
    before: { period: '2026-09', value: '18', target: '18.75', f: '0.65', points: '0.52' },
    after: { period: '2026-10', value: null, target: '20.83', f: '0', points: '0' },
  },
  {
    indicator: '固定资产投资',
    measure: '亿元',
    change: '+0.2100',
    why: '得分系数提高',
    before: { period: '2026-09', value: '10.8', target: '11.25', f: '0.96', points: '7.68' },
    after: { period: '2026-10', value: '12.35', target: '12.5', f: '0.988', points: '7.904' },
  },
  {
    indicator: '居民人均可支配收入增速',
    measure: '%',
    change: '-0.0532',
    why: '得分率高于平均，权重占比变小',
    before: { period: '2026Q2', value: '5.4', target: '5.5', f: '0.981818', points: '2.9455' },
    after: { period: '2026Q3', value: '5.42', target: '5.5', f: '0.985455', points: '2.9564' },
  },
];

/** A department that fell two places. */
export const compareSample: CompareView = {
  demo: true,
  asOf: '2026-11-06T09:00:00+08:00',
  ruleVersion: '2026-1',
  unit: 'U01',
  unitName: '区发改委',
  track: { id: 'T1', name: '发展攻坚赛道' },
  from: '2026-09',
  to: '2026-10',
  running: false,
  before: { score: '89.56', place: 5 },
  after: { score: '88.20', place: 7 },
  change: '-1.36',
  linesChange: '-1.3626',
  bonusChange: '0.0000',
  deductionChange: '0.0000',
  rounding: '+0.0026',
  lines,
  unmoved: 20,
  passedUs: { units: 2, change: '+3.15' },
  passedByUs: { units: 0, change: '0.00' },
  page: 1,
};

const longest: CompareView = {
  ...compareSample,
  unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  running: true,
  bonusChange: '+5.0000',
  deductionChange: '+0.6500',
  lines: Array.from({ length: 63 }, (_, index) => ({
    ...(lines[index % lines.length] ?? compareSample.lines[0]),
    indicator: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
    measure: '微克/立方米',
  })) as ComparedLine[],
  passedByUs: { units: 3, change: '-4.10' },
  page: 2,
};

const nothing: CompareView = {
  ...compareSample,
  after: compareSample.before,
  change: '0.00',
  linesChange: '0.0000',
  rounding: '0.0000',
  lines: [],
  passedUs: { units: 0, change: '0.00' },
};

/** The difference between two periods in its cases. */
export const compareSamples: readonly CardSample[] = [
  { id: 'ranking.compare.unit', title: '得分变化：退了两位', card: compareCard(compareSample) },
  { id: 'ranking.compare.longest', title: '得分变化：63 项、最长的名称', card: compareCard(longest) },
  { id: 'ranking.compare.nothing', title: '得分变化：没有变化', card: compareCard(nothing) },
];
