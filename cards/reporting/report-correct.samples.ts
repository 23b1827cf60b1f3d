import type { CardSample } from '../samples.ts';
import { type CorrectItem, type ReportCorrectView, reportCorrectCard } from './report-correct.ts';

const periods = [
  { value: '2026-10', text: '2026年10月' },
  { value: '2026-09', text: '2026年9月' },
  { value: '2026-11', text: '2026年11月' },
];

const first: CorrectItem = {
  index: 0,
  name: '固定资产投资',
  periods,
  period: '2026-10',
  value: '12.35',
  measure: '亿元',
};

/** Two items, one with an indicator in question. */
export const sample: ReportCorrectView = {
  demo: true,
  draft: 'draft_1',
  page: 1,
  items: [
    first,
    {
      ...first,
      index: 1,
      name: '工业增速 6.8',
      indicators: [
        { value: 'GY-03', text: '规上工业增加值增速（%）' },
        { value: 'GY-05', text: '工业投资增速（%）' },
      ],
      value: '6.8',
      measure: '%',
    },
  ],
};

const longText = '含云澜高新技术产业开发区管理委员会统筹的跨年度续建项目，'.repeat(7);

const thirty: ReportCorrectView = {
  ...sample,
  error: '第 3 条的完成值“十二三”不是数，请改成如 12.3 的写法。',
  page: 2,
  items: Array.from({ length: 30 }, (_, index) => ({
    ...first,
    index,
    name: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
    units: Array.from({ length: 8 }, (__, unit) => ({
      value: `U${unit}`,
      text: `云澜高新技术产业开发区管理委员会 ${unit}`,
    })),
    note: longText,
  })),
};

/** The correcting form in its cases. */
export const reportCorrectSamples: readonly CardSample[] = [
  { id: 'reporting.report_correct.two', title: '更正：两项', card: reportCorrectCard(sample) },
  {
    id: 'reporting.report_correct.thirty',
    title: '更正：三十项（第 2 页）',
    card: reportCorrectCard(thirty),
  },
];
