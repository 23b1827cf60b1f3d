import type { CardSample } from '../samples.ts';
import type { Ask } from './report-ask.ts';
import { type DraftItem, type ReportConfirmView, reportConfirmCard } from './report-confirm.ts';

const first: DraftItem = {
  indicator: '固定资产投资',
  said: '固投 10月 累计完成 12.35亿',
  unitName: '区城投集团',
  period: '2026-10',
  value: '12.35',
  measure: '亿元',
  previous: '2026年9月 11.02 亿元',
  change: '+1.33 亿元（+12.1%）',
  progress: '全年目标 15 亿元，已完成 82.3%',
};

const second: DraftItem = {
  indicator: '固定资产投资增速',
  said: '同比增长7.1%',
  unitName: '区城投集团',
  period: '2026-10',
  value: '7.1',
  measure: '%',
  previous: '2026年9月 1.9%',
  change: '+5.2 个百分点',
  warning: '与上期相差超过 5 个百分点',
  replaces: '7.0%',
  unfinished: '10月31日',
  behalf: '李志远',
};

/** Two items of one sentence, one of them far from the last. */
export const sample: ReportConfirmView = {
  demo: true,
  draft: 'draft_1',
  reporterName: '周明（区城投集团）',
  items: [first, second],
  asks: [],
};

const asks: readonly Ask[] = [
  {
    ask: 0,
    item: 1,
    reason: 'ambiguous_indicator',
    said: '工业增速',
    choices: [
      { value: 'GY-03', text: '规上工业增加值增速' },
      { value: 'GY-05', text: '工业投资增速' },
    ],
  },
  { ask: 1, item: 2, reason: 'value_unclear', said: '十二三个', choices: [] },
  {
    ask: 2,
    item: 3,
    reason: 'measure_missing',
    said: '技术合同成交额 118650',
    measure: '亿元',
    choices: [
      { value: '11.865', text: '118650 万元（11.865 亿元）' },
      { value: '118650', text: '118650 亿元' },
    ],
  },
];

const asking: ReportConfirmView = {
  ...sample,
  items: [
    { said: '工业增速 6.8', value: '6.8', period: '2026-10' },
    { said: '新签约项目 十二三个', indicator: '新签约项目', period: '2026-10', measure: '个' },
    { said: '技术合同成交额 118650', indicator: '技术合同成交额', period: '2026-10' },
  ],
  asks,
};

const longText = '含云澜高新技术产业开发区管理委员会统筹的跨年度续建项目，'.repeat(7);

const thirty: ReportConfirmView = {
  ...sample,
  items: Array.from({ length: 30 }, (_, index) => ({
    ...second,
    indicator: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
    unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
    note: longText,
    warning: '与上期相差超过 5 个百分点，且低于本期路线图 12 个百分点',
  })),
};

const thirtyAsks: ReportConfirmView = {
  ...thirty,
  items: thirty.items.map((item) => ({ ...item, said: longText, indicator: undefined })),
  asks: Array.from({ length: 30 }, (_, index) => ({
    ask: index,
    item: index + 1,
    reason: 'ambiguous_unit' as const,
    said: longText,
    choices: Array.from({ length: index === 0 ? 48 : 4 }, (__, choice) => ({
      value: `U${choice}`,
      text: `云澜高新技术产业开发区管理委员会 ${choice}`,
    })),
  })),
};

const sixty: ReportConfirmView = {
  ...thirtyAsks,
  items: [...thirty.items, ...thirty.items],
  refused: Array.from({ length: 12 }, () => longText),
  note: longText,
};

const eight: ReportConfirmView = { ...thirty, items: thirty.items.slice(0, 8) };

/** The confirmation in its cases. */
export const reportConfirmSamples: readonly CardSample[] = [
  {
    id: 'reporting.report_confirm.two',
    title: '确认上报：两项，一项请再核对',
    card: reportConfirmCard(sample),
  },
  { id: 'reporting.report_confirm.asks', title: '确认上报：先问清楚', card: reportConfirmCard(asking) },
  {
    id: 'reporting.report_confirm.eight',
    title: '确认上报：八项、最长的名称',
    card: reportConfirmCard(eight),
  },
  { id: 'reporting.report_confirm.thirty', title: '确认上报：三十项', card: reportConfirmCard(thirty) },
  {
    id: 'reporting.report_confirm.thirty_asks',
    title: '确认上报：三十处要问',
    card: reportConfirmCard(thirtyAsks),
  },
  {
    id: 'reporting.report_confirm.sixty',
    title: '确认上报：六十项、三十处要问、十二处没有列入',
    card: reportConfirmCard(sixty),
  },
  {
    id: 'reporting.report_confirm.late',
    title: '确认上报：已过截止日，要写原因',
    card: reportConfirmCard({ ...sample, late: 2 }),
  },
  {
    id: 'reporting.report_confirm.empty',
    title: '确认上报：没有识别出内容',
    card: reportConfirmCard({ ...sample, items: [] }),
  },
];
