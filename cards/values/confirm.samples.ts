import type { CardSample } from '../samples.ts';
import { confirmCard } from './confirm.ts';
import { confirmAskCard } from './confirm-ask.ts';
import type { ConfirmAskView, ConfirmListView, ConfirmRow } from './confirm-view.ts';

const first: ConfirmRow = {
  id: 'report_1',
  indicator: '固定资产投资',
  unitName: '区城投集团',
  period: '2026-10',
  value: '12.35 亿元',
  by: '周明 11月5日 16:20',
  late: false,
  files: 1,
  mayDecide: true,
};

const second: ConfirmRow = {
  ...first,
  id: 'report_2',
  indicator: '固定资产投资增速',
  value: '7.1%',
  by: '周明代李志远 11月7日 09:12',
  jump: '2026年9月为 1.9%，本次为 7.1%，相差 5.2 个百分点，请再次确认。',
  late: true,
  files: 0,
};

const usual: ConfirmListView = {
  demo: true,
  filter: { unit: 'U46' },
  filterWords: '区城投集团',
  rows: [first, second, { ...first, id: 'report_3', indicator: '新签约项目', value: '3 个', files: 0 }],
  choices: [
    { value: 'force:TF03', text: '重大项目专班（2）' },
    { value: 'period:2026-10', text: '2026年10月（3）' },
    { value: 'unit:U46', text: '区城投集团（3）' },
  ],
  decidable: 3,
  shown: '0123456789abcdef',
  page: 1,
};

const longRow: ConfirmRow = {
  ...second,
  indicator: '高新技术产业产值占规上工业总产值比重（含跨年度续建项目和云澜综合保税区）',
  unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  value: '1234567890.12 万人次',
  period: '2026-10B',
};

const longest: ConfirmListView = {
  ...usual,
  filter: { force: 'TF03', unit: 'U46', period: '2026-10B' },
  filterWords: '重大项目专班 · 云澜高新技术产业开发区管理委员会（云澜综合保税区管理局） · 2026年10月下半月',
  rows: Array.from({ length: 220 }, (_, index) => ({ ...longRow, id: `report_${'a'.repeat(20)}${index}` })),
  choices: Array.from({ length: 42 }, (_, index) => ({
    value: `unit:U${index}`,
    text: `云澜高新技术产业开发区管理委员会（${index}）`,
  })),
  decidable: 220,
  page: 3,
};

const ask: ConfirmAskView = {
  demo: true,
  verdict: 'confirm',
  rows: usual.rows,
  chosen: { shown: usual.shown },
  filter: usual.filter,
  page: 1,
};

/** Confirming and returning in their cases. */
export const confirmSamples: readonly CardSample[] = [
  { id: 'values.confirm.usual', title: '待审核：三项，一项请再核对', card: confirmCard(usual) },
  { id: 'values.confirm.longest', title: '待审核：220 项', card: confirmCard(longest) },
  {
    id: 'values.confirm.reader',
    title: '待审核：专班办公室只看',
    card: confirmCard({
      ...usual,
      rows: usual.rows.map((each) => ({ ...each, mayDecide: false })),
      decidable: 0,
    }),
  },
  {
    id: 'values.confirm.locked',
    title: '待审核：账期已锁定，只能通过',
    card: confirmCard({ ...usual, rows: usual.rows.map((each) => ({ ...each, locked: true })) }),
  },
  {
    id: 'values.confirm.empty',
    title: '没有待审核的数据',
    card: confirmCard({ ...usual, rows: [], choices: [], decidable: 0 }),
  },
  { id: 'values.confirm.ask', title: '审核通过：一项异常', card: confirmAskCard(ask) },
  {
    id: 'values.confirm.ask_plain',
    title: '审核通过：没有异常',
    card: confirmAskCard({ ...ask, rows: [first] }),
  },
  {
    id: 'values.confirm.return',
    title: '退回：写原因',
    card: confirmAskCard({ ...ask, verdict: 'return', rows: longest.rows }),
  },
];
