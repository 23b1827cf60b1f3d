import type { CardSample } from '../samples.ts';
import { type AdjustView, adjustCard, adjustNoticeCard } from './adjust.ts';
import { type AdjustFormView, adjustFormCard } from './adjust-form.ts';
import { type AdjustProposalView, adjustProposalCard } from './adjust-proposal.ts';
import { type ItemRow, itemFormCard, itemsCard } from './items.ts';

const long = '云澜高新技术产业开发区管理委员会行政审批和政务服务数据管理局';
const words = '承担全区急难险重任务成效突出，'.repeat(13).slice(0, 200);

const one: AdjustProposalView = {
  demo: true,
  viewer: 'second',
  id: 'adj_1',
  state: 'proposed',
  type: 'bonus',
  points: '0.5',
  reason: '省级试点通过验收，获优秀等次',
  date: '2026-10-26',
  document: '云考办〔2026〕41号',
  unitName: '区财政局',
  item: '获得省级表彰或试点验收优秀',
  proposedBy: '张萍',
  proposedAt: '2026-11-06T09:20:00+08:00',
  cap: '本年加分合计 1.5 分，赛道上限 5 分。',
  files: [{ name: '省级试点验收意见.pdf', by: '张萍', at: '2026-11-06T09:20:00+08:00' }],
};
const decided = { decidedBy: '王玉成', decidedAt: '2026-11-06T10:05:00+08:00' };
const longest: AdjustProposalView = {
  ...one,
  ...decided,
  unitName: long,
  type: 'deduction',
  reason: words,
  document: words,
  state: 'rejected',
  decision: words,
  files: Array.from({ length: 9 }, (_, index) => ({
    name: `${'关于全区急难险重任务承担情况的通报'.repeat(8)}（${index + 1}）.pdf`,
    by: '张萍',
    at: '2026-11-06T09:20:00+08:00',
  })),
};

const list: AdjustView = {
  demo: true,
  open: [
    { ...one, by: '张萍', own: false, files: 1 },
    { ...one, id: 'adj_2', unitName: '区审批局', by: '王玉成', own: true, files: 0 },
  ],
  inForce: [
    {
      type: 'deduction',
      points: '0.2',
      reason: '政务信息迟报漏报累计三次',
      date: '2026-01-20',
      unitName: '公安分局',
      files: 0,
    },
    {
      type: 'veto',
      points: '0',
      reason: '发生较大以上生产安全责任事故',
      date: '2026-03-02',
      unitName: '区住建局',
      files: 2,
      proposal: 'adj_9',
    },
  ],
  year: 2026,
  total: 2,
};

const form: AdjustFormView = {
  demo: true,
  units: [{ value: 'U03', text: '区财政局' }],
  items: [{ value: 'JF02', text: '获得省级表彰或试点验收优秀（加0.5～2分）' }],
  today: '2026-11-06',
};

const item: ItemRow = {
  id: 'JF02',
  type: 'bonus',
  name: '获得省级表彰或试点验收优秀',
  min: '0.5',
  max: '2',
  evidence: '表彰文件或验收结论',
};
const items = [
  item,
  { ...item, id: 'FJ01', type: 'veto' as const, name: '发生较大以上生产安全责任事故', min: '0', max: '0' },
];

/** Bonuses, deductions and vetoes in their cases. */
export const adjustSamples: readonly CardSample[] = [
  { id: 'adjust.list.usual', title: '加减分', card: adjustCard(list) },
  {
    id: 'adjust.list.longest',
    title: '加减分：很多',
    card: adjustCard({
      ...list,
      unit: 'U43',
      unitName: long,
      open: Array.from({ length: 14 }, (_, index) => ({
        ...longest,
        id: `adj_${index}`,
        by: '张萍',
        own: index === 0,
        files: 9,
      })),
      inForce: Array.from({ length: 10 }, () => ({ ...longest, files: 9, proposal: 'adj_1' })),
      total: 66,
    }),
  },
  {
    id: 'adjust.list.empty',
    title: '加减分：没有',
    card: adjustCard({ demo: true, year: 2026, open: [], inForce: [], total: 0 }),
  },
  { id: 'adjust.list.january', title: '加减分：年初', card: adjustCard({ ...list, open: [], empty: 2027 }) },
  { id: 'adjust.form.usual', title: '提出加减分', card: adjustFormCard(form) },
  {
    id: 'adjust.form.file',
    title: '提出加减分：带佐证',
    card: adjustFormCard({ ...form, file: { hash: '0'.repeat(64), name: '省级试点验收意见.pdf' } }),
  },
  {
    id: 'adjust.form.longest',
    title: '提出加减分：很多',
    card: adjustFormCard({
      ...form,
      unit: 'U07',
      units: Array.from({ length: 90 }, (_, index) => ({ value: `U${index}`, text: `${long}${index}` })),
      items: Array.from({ length: 40 }, (_, index) => ({ value: `JF${index}`, text: words })),
    }),
  },
  { id: 'adjust.form.empty', title: '提出加减分：没有事项', card: adjustFormCard({ ...form, items: [] }) },
  { id: 'adjust.proposal.usual', title: '待审核', card: adjustProposalCard(one) },
  {
    id: 'adjust.proposal.proposer',
    title: '待审核：提出人看',
    card: adjustProposalCard({ ...one, viewer: 'proposer', files: [] }),
  },
  {
    id: 'adjust.proposal.bare',
    title: '待审核：没有附文件',
    card: adjustProposalCard({ ...one, files: [] }),
  },
  {
    id: 'adjust.proposal.effective',
    title: '已生效',
    card: adjustProposalCard({ ...one, ...decided, state: 'effective' }),
  },
  { id: 'adjust.proposal.longest', title: '已驳回', card: adjustProposalCard(longest) },
  {
    id: 'adjust.proposal.open',
    title: '待审核：最长',
    card: adjustProposalCard({ ...longest, state: 'proposed' }),
  },
  { id: 'adjust.notice.bonus', title: '通知单位：加分', card: adjustNoticeCard({ ...one, private: true }) },
  {
    id: 'adjust.notice.veto',
    title: '通知单位：一票否决',
    card: adjustNoticeCard({ ...longest, type: 'veto', points: '0', private: true }),
  },
  { id: 'adjust.items.usual', title: '事项目录', card: itemsCard({ demo: true, items, page: 1 }) },
  {
    id: 'adjust.items.longest',
    title: '事项目录：很多',
    card: itemsCard({
      demo: true,
      page: 1,
      items: Array.from({ length: 40 }, (_, index) => ({
        ...item,
        id: `JF${index}`,
        name: words.slice(0, 60),
        evidence: words,
      })),
    }),
  },
  { id: 'adjust.items.empty', title: '事项目录：空', card: itemsCard({ demo: true, items: [], page: 1 }) },
  { id: 'adjust.items.form', title: '修改事项', card: itemFormCard({ demo: true, item, seen: '' }) },
];
