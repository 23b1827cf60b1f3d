import type { CardSample } from '../samples.ts';
import { indicatorCard, indicatorPickCard } from './indicator.ts';
import type { IndicatorRow, IndicatorView } from './indicator-view.ts';

const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月'];
const line = (name: string, first: number, step: number) => ({
  name,
  points: months.map((label, at) => ({ label, value: Number((first + step * at).toFixed(2)) })),
});

const row: IndicatorRow = {
  unit: 'U46',
  unitName: '区城投集团',
  report: 'report_1',
  value: '12.35 亿元',
  target: '12.5 亿元',
  completion: '98.8%',
  state: 'submitted',
};

const unit: IndicatorView = {
  demo: true,
  asOf: '2026-11-06T09:00:00+08:00',
  ruleVersion: '2026-1',
  code: 'XM-01',
  name: '固定资产投资',
  period: '2026-10',
  measure: '亿元',
  kind: 'cumulative',
  frequency: 'month',
  due: '2026-11-06',
  overdue: false,
  locked: false,
  owners: { leader: '顾宏伟', leadUnit: '区发改委', force: '重大项目专班', source: '区统计局' },
  own: { ...row, compared: [], mayExplain: true },
  rows: [row],
  reported: 15,
  expected: 17,
  whole: false,
  trend: { unitName: '区城投集团', lines: [line('完成值', 1.1, 1.2), line('目标', 1.25, 1.25)] },
  mayTrace: true,
  mayReport: true,
  mayChase: false,
  mayBenchmark: false,
  previous: '2026-09',
  next: '2026-11',
};

const office: IndicatorView = {
  ...unit,
  code: 'ST-01',
  name: 'PM2.5平均浓度',
  measure: '微克/立方米',
  kind: 'level',
  overdue: true,
  locked: true,
  own: undefined,
  benchmark: {
    figures: ['全国 31 微克/立方米', '全省 33 微克/立方米', '全市 32.1 微克/立方米'],
    district: '30 微克/立方米',
    compared: [
      { say: '低于全市 2.1 微克/立方米（优）', verdict: 'better' },
      { say: '低于全省 3 微克/立方米（优）', verdict: 'better' },
    ],
    place: '列第 1 位（共 11 个）',
  },
  rows: Array.from({ length: 15 }, (_, index) => ({
    ...row,
    unit: `U${index + 30}`,
    unitName: `云澜第${index + 1}街道`,
    value: index > 12 ? undefined : `${29 + index / 2} 微克/立方米`,
    report: index > 12 ? undefined : `report_${index}`,
    target: '32 微克/立方米',
    completion: undefined,
    state: index > 12 ? undefined : 'confirmed',
  })),
  reported: 13,
  expected: 15,
  unreported: ['云澜第14街道', '云澜第15街道'],
  whole: true,
  trend: { unitName: '本区', lines: [line('本区', 36, -0.6), line('全市', 36.5, -0.4)] },
  mayReport: false,
  mayChase: true,
  mayBenchmark: true,
};

const longName = '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）';

const longest: IndicatorView = {
  ...office,
  name: '高新技术产业产值占规上工业总产值比重（含跨年度续建项目和云澜综合保税区）',
  own: { ...row, unitName: longName, value: undefined, compared: [], mayExplain: true },
  rows: Array.from({ length: 60 }, (_, index) => ({
    ...row,
    unit: `U${index}`,
    report: `report_${'a'.repeat(20)}${index}`,
    unitName: longName,
    value: '1234567.89 微克/立方米',
    target: '1234567.89 微克/立方米',
  })),
  unreported: Array.from({ length: 40 }, () => longName),
  expected: 100,
  reported: 60,
};

/** The indicator card in its cases. */
export const indicatorSamples: readonly CardSample[] = [
  { id: 'indicators.indicator.unit', title: '指标：单位看自己', card: indicatorCard(unit) },
  { id: 'indicators.indicator.office', title: '指标：考核办看全部', card: indicatorCard(office) },
  { id: 'indicators.indicator.longest', title: '指标：六十个单位', card: indicatorCard(longest) },
  {
    id: 'indicators.indicator.empty',
    title: '指标：公开群里没有数',
    card: indicatorCard({
      ...unit,
      own: undefined,
      rows: [],
      trend: undefined,
      mayTrace: false,
      mayReport: false,
    }),
  },
  {
    id: 'indicators.indicator.pick',
    title: '看哪个指标',
    card: indicatorPickCard({
      demo: true,
      indicators: Array.from({ length: 134 }, (_, index) => ({
        value: `XM-${index}`,
        text: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
      })),
    }),
  },
];
