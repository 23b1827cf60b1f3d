import type { CardSample } from '../samples.ts';
import { type ReportFormView, reportFormCard } from './report-form.ts';

/** A reporter with one unit. */
export const sample: ReportFormView = {
  demo: true,
  indicators: [
    { choice: 'XM-02', name: '固定资产投资增速', measure: '%' },
    { choice: 'XM-01', name: '固定资产投资', measure: '亿元', owed: '2026年10月待报（11月6日截止）' },
  ],
  units: [{ id: 'U46', name: '区城投集团' }],
  periods: [
    { value: '2026-10', text: '2026年10月' },
    { value: '2026-09', text: '2026年9月' },
  ],
};

const longest: ReportFormView = {
  ...sample,
  error: '完成值“十二三”不是数，请改成如 12.3 的写法。',
  indicators: Array.from({ length: 134 }, (_, index) => ({
    choice: `XX-${index}`,
    name: '高新技术产业产值占规上工业总产值比重和限额以上住宿餐饮业营业额增速',
    measure: '微克/立方米',
    owed: '2026年10月待报（11月6日截止）',
  })),
  units: Array.from({ length: 48 }, (_, index) => ({
    id: `U${index}`,
    name: `云澜高新技术产业开发区管理委员会 ${index}`,
  })),
  filled: { unit: 'U3', value: '十二三', note: '含跨年度续建项目'.repeat(25) },
};

/** The report form in its cases. */
export const reportFormSamples: readonly CardSample[] = [
  { id: 'reporting.report_form.one_unit', title: '上报表：一个单位', card: reportFormCard(sample) },
  {
    id: 'reporting.report_form.longest',
    title: '上报表：134 个指标、48 个单位',
    card: reportFormCard(longest),
  },
  {
    id: 'reporting.report_form.nothing',
    title: '上报表：没有可报的指标',
    card: reportFormCard({ ...sample, indicators: [] }),
  },
];
