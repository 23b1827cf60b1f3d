import type { CardSample } from '../samples.ts';
import { type MineView, mineCard, type OwedItem } from './mine.ts';

const first: OwedItem = {
  indicator: '固定资产投资',
  period: '2026-10',
  due: '2026-11-06',
  say: '/report 固定资产投资 2026年10月',
};

/** A reporter with one value overdue and one due soon. */
export const sample: MineView = {
  demo: true,
  name: '周明（区城投集团）',
  overdue: [{ ...first, indicator: '新签约项目', period: '2026-10B', due: '2026-11-04' }],
  dueSoon: [first],
  reported: 18,
};

const longest: MineView = {
  ...sample,
  name: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  overdue: Array.from({ length: 35 }, (_, index) => ({
    ...first,
    indicator: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
    unitName: '云澜高新技术产业开发区管理委员会',
  })),
  dueSoon: Array.from({ length: 40 }, () => first),
  remarks: ['日历未公布：2027 年的工作日按周一至周五推算。'],
};

/** What a person owes, in its cases. */
export const mineSamples: readonly CardSample[] = [
  { id: 'reporting.mine.two', title: '我的待报：两项', card: mineCard(sample) },
  { id: 'reporting.mine.longest', title: '我的待报：75 项', card: mineCard(longest) },
  {
    id: 'reporting.mine.done',
    title: '我的待报：都报齐了',
    card: mineCard({ ...sample, overdue: [], dueSoon: [] }),
  },
  {
    id: 'reporting.mine.idle',
    title: '我的待报：没有要报的指标',
    card: mineCard({ ...sample, overdue: [], dueSoon: [], reported: 0, idle: true }),
  },
];
