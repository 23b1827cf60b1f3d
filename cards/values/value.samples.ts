import type { CardSample } from '../samples.ts';
import { type ValueRevision, type ValueView, valueCard } from './value.ts';
import { type ValueSureView, valueCorrectCard, valueSureCard } from './value-correct.ts';
import { type ValueToldView, valueToldCard } from './value-told.ts';

const reported: ValueRevision = {
  report: 'report_1',
  rev: 1,
  value: '12.30 亿元',
  state: 'returned',
  inForce: false,
  by: '周明',
  at: '2026-11-03T09:12:00+08:00',
  decidedBy: '张岚',
  decidedAt: '2026-11-04T10:00:00+08:00',
  reason: '与联网直报平台数据不一致',
  files: [],
};

const again: ValueRevision = {
  ...reported,
  report: 'report_2',
  rev: 2,
  value: '12.35 亿元',
  state: 'confirmed',
  behalf: '李志远',
  at: '2026-11-09T09:12:00+08:00',
  reason: undefined,
  lateReason: '退回后重报',
  note: '按联网直报平台口径',
  files: [{ name: '10月投资台账.pdf', by: '周明', at: '2026-11-09T09:20:00+08:00' }],
};

const corrected: ValueRevision = {
  ...reported,
  report: 'report_3',
  rev: 3,
  value: '12.41 亿元',
  state: 'confirmed',
  inForce: true,
  by: '冯倩',
  at: '2026-11-10T11:02:00+08:00',
  decidedBy: '冯倩',
  decidedAt: '2026-11-10T11:02:00+08:00',
  reason: undefined,
  correction: '补入综保区项目',
};

const usual: ValueView = {
  demo: true,
  indicator: '固定资产投资',
  unitName: '区城投集团',
  period: '2026-10',
  value: '12.41 亿元',
  revisions: [corrected, again, reported],
  correct: 'report_3',
};

const longText = '含云澜高新技术产业开发区管理委员会统筹的跨年度续建项目，'.repeat(7);

const longest: ValueView = {
  ...usual,
  indicator: '高新技术产业产值占规上工业总产值比重',
  unitName: '云澜高新技术产业开发区管理委员会（云澜综合保税区管理局）',
  jump: '2026年9月为 1.9%，本次为 7.1%，相差 5.2 个百分点，请再次确认。',
  locked: '2026年10月的账期已锁定，不能再上报、退回或更正。确需修改，请联系考核办重新开放。',
  decide: 'report_3',
  revisions: Array.from({ length: 14 }, (_, index) => ({
    ...again,
    rev: 14 - index,
    correction: index % 2 === 0 ? longText : undefined,
    reason: longText,
    note: longText,
    lateReason: longText,
    evidence: '2026-10固定资产投资佐证材料.pdf',
    files: Array.from({ length: 9 }, (__, at) => ({
      ...{ name: `云澜高新技术产业开发区固定资产投资台账（第 ${at + 1} 册）.pdf`, by: '周明' },
      at: '2026-11-09T09:20:00+08:00',
    })),
  })),
};

const sure: ValueSureView = {
  demo: true,
  report: 'report_3',
  indicator: usual.indicator,
  unitName: usual.unitName,
  period: usual.period,
  measure: '亿元',
  before: '12.41 亿元',
  value: '124.1',
  after: '124.1 亿元',
  why: '补入综保区项目',
  jump: '2026年9月为 11.02 亿元，本次为 124.1 亿元，月均进度变动超过 30%，请再次确认。',
};

const told: ValueToldView = {
  demo: true,
  what: 'returned',
  by: '张岚',
  at: '2026-11-04T10:00:00+08:00',
  reason: '与联网直报平台数据不一致',
  items: [
    {
      indicator: usual.indicator,
      unitName: usual.unitName,
      period: usual.period,
      value: '12.35 亿元',
      instead: '12.30 亿元',
    },
  ],
};

/** A value's history in its cases. */
export const valueSamples: readonly CardSample[] = [
  { id: 'values.value.usual', title: '完成值的来历', card: valueCard(usual) },
  { id: 'values.value.longest', title: '完成值的来历：十四版', card: valueCard(longest) },
  {
    id: 'values.value.unreported',
    title: '完成值的来历：都退回了',
    card: valueCard({ ...usual, value: undefined, revisions: [reported], correct: undefined }),
  },
  { id: 'values.value.correct', title: '更正完成值', card: valueCorrectCard(sure) },
  { id: 'values.value.sure', title: '更正：与上期差别较大', card: valueSureCard(sure) },
  { id: 'values.value.returned', title: '告知上报人：被退回', card: valueToldCard(told) },
  {
    id: 'values.value.returned_many',
    title: '告知上报人：三十项被退回',
    card: valueToldCard({
      ...told,
      reason: longText,
      items: Array.from({ length: 30 }, () => ({
        indicator: longest.indicator,
        unitName: longest.unitName,
        period: '2026-10B',
        value: '1234567.89 万人次',
        instead: '1234567.80 万人次',
      })),
    }),
  },
  {
    id: 'values.value.corrected',
    title: '告知上报人：已更正',
    card: valueToldCard({
      ...told,
      what: 'corrected',
      items: [{ ...sure, value: '12.35 亿元 → 12.41 亿元' }],
    }),
  },
];
