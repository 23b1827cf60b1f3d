import type { CardSample } from '../samples.ts';
import { type RecordedItem, type ReportRecordedView, reportRecordedCard } from './report-recorded.ts';

const first: RecordedItem = {
  indicator: '固定资产投资',
  unitName: '区城投集团',
  period: '2026-10',
  value: '12.35 亿元',
  replaces: '12.30 亿元',
};

/** Two values recorded. */
export const sample: ReportRecordedView = {
  demo: true,
  state: 'recorded',
  by: '周明',
  at: '2026-11-03T09:12:00+08:00',
  items: [
    first,
    {
      ...first,
      indicator: '固定资产投资增速',
      value: '7.1%',
      replaces: undefined,
      waitsFor: '单位主要负责人',
      behalf: '李志远',
      lateReason: '市统计局数据晚到',
      compared: [{ say: '快于全市 0.6 个百分点', verdict: 'better' }],
    },
  ],
  effects: ['区城投集团在园区国企赛道：第 5 名 → 第 4 名（暂列）'],
  next: '本期还有 2 项待报，截止11月6日。',
};

const thirty: ReportRecordedView = {
  ...sample,
  items: Array.from({ length: 30 }, (_, index) => ({
    ...first,
    indicator: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
    unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
    waitsFor: '单位主要负责人',
  })),
};

/** What a draft became, in its cases. */
export const reportRecordedSamples: readonly CardSample[] = [
  { id: 'reporting.report_recorded.two', title: '已记录：两项', card: reportRecordedCard(sample) },
  { id: 'reporting.report_recorded.thirty', title: '已记录：三十项', card: reportRecordedCard(thirty) },
  {
    id: 'reporting.report_recorded.cancelled',
    title: '已记录：已取消',
    card: reportRecordedCard({ ...sample, state: 'cancelled', items: [] }),
  },
];
