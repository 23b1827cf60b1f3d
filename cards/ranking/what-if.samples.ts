import type { CardSample } from '../samples.ts';
import { type WhatIfView, whatIfCard } from './what-if.ts';

const row = (unit: string, name: string, place: number) => ({
  unit,
  name,
  own: unit === 'U01',
  place,
  movement: unit === 'U01' ? 2 : place === 6 ? -1 : 0,
  score: (93 - place).toFixed(2),
  scoreBefore: unit === 'U01' ? '86.10' : (92.5 - place).toFixed(2),
});

/** A department that supposes two values. */
export const whatIfSample: WhatIfView = {
  demo: true,
  asOf: '2026-11-06T09:00:00+08:00',
  ruleVersion: '2026-1',
  unit: 'U01',
  unitName: '区发改委',
  track: { id: 'T1', name: '发展攻坚赛道' },
  period: '2026-10',
  running: false,
  items: [
    {
      indicator: '固定资产投资',
      measure: '亿元',
      period: '2026-10',
      unitName: '区发改委',
      valueBefore: '12.35',
      value: '15',
      pointsBefore: '7.904',
      points: '8',
    },
    {
      indicator: 'PM2.5 平均浓度',
      measure: '微克/立方米',
      period: '2026-10',
      unitName: '区发改委',
      valueBefore: null,
      value: '32',
      pointsBefore: '0',
      points: '4.2',
    },
  ],
  before: { score: '86.10', place: 7 },
  after: { score: '88.00', place: 5 },
  rows: [
    row('U08', '区审批局', 1),
    row('U03', '区科技局', 2),
    row('U01', '区发改委', 5),
    row('U07', '区财政局', 6),
  ],
  limited: true,
};

const longest: WhatIfView = {
  ...whatIfSample,
  unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  running: true,
  items: Array.from({ length: 12 }, () => ({
    ...(whatIfSample.items[1] as WhatIfView['items'][number]),
    indicator: '高新技术产业产值占规上工业总产值比重',
    points: null,
  })),
  rows: Array.from({ length: 60 }, (_, at) => ({
    ...row(`U${at + 10}`, '云澜高新技术产业开发区管理委员会', at + 1),
  })),
  limited: false,
};

const noScore: WhatIfView = {
  ...whatIfSample,
  before: { score: null, place: null },
  after: { score: null, place: null },
  rows: [],
};

/** The what-if table in its cases. */
export const whatIfSamples: readonly CardSample[] = [
  { id: 'ranking.what_if.two', title: '测算：两项', card: whatIfCard(whatIfSample) },
  { id: 'ranking.what_if.longest', title: '测算：最长的名称', card: whatIfCard(longest) },
  { id: 'ranking.what_if.no_score', title: '测算：没有得分', card: whatIfCard(noScore) },
];
