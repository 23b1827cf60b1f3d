import type { CardSample } from '../samples.ts';
import {
  type GradeProposalView,
  type GradeResultView,
  gradeProposalCard,
  gradeResultCard,
} from './grade-proposal.ts';
import { type GradesView, gradesCard } from './grades.ts';

const long = '云澜高新技术产业开发区管理委员会行政审批和政务服务数据管理局';

const view: GradesView = {
  demo: true,
  year: 2026,
  mayPropose: true,
  lines: [
    {
      track: 'T1',
      name: '发展攻坚赛道',
      published: true,
      state: 'proposed',
      open: { id: '2026.T1.1', state: 'proposed' },
      stale: false,
      mayDecide: true,
    },
    { track: 'T2', name: '服务保障赛道', published: true },
    {
      ...{ track: 'T3', name: '镇街竞进赛道', published: true, state: 'effective', stale: true },
      open: { id: '2026.T3.1', state: 'effective' },
    },
    { track: 'T4', name: '园区国企赛道', published: false },
  ],
  kept: [],
  years: [2025],
};

const proposal: GradeProposalView = {
  demo: true,
  viewer: 'second',
  ...{ id: '2026.T4.1', year: 2026, trackName: '园区国企赛道', table: '2026.T4.1', provisional: 0 },
  rows: [
    { unit: 'U42', name: '区经开区', score: '96.10', place: 1, grade: 'second', barred: true },
    { unit: 'U43', name: '区高新区', score: '95.02', place: 2, grade: 'first', barred: false },
    { unit: 'U44', name: '枢纽经济区', score: '91.40', place: 3, grade: 'third', barred: false },
    { unit: 'U45', name: '农业产业园', score: null, place: null, grade: null, barred: false },
  ],
  notes: [{ above: 'first', last: '区高新区', below: '枢纽经济区', gap: '3.62' }],
  state: 'proposed',
  proposedBy: '张萍',
  proposedAt: '2027-01-20T10:00:00+08:00',
};
const decided = { decidedBy: '王玉成', decidedAt: '2027-01-20T11:00:00+08:00' };

const result: GradeResultView = {
  ...{ demo: true, asOf: '2027-01-20T11:00:00+08:00', ruleVersion: '2026-2' },
  ...{
    name: '区高新区',
    year: 2026,
    trackName: '园区国企赛道',
    grade: 'first',
    score: '95.02',
    place: 2,
    units: 7,
  },
  ...{ barred: false, bonus: '1.5', deduction: '0.2' },
  lost: [
    { name: '固定资产投资', lost: '1.25' },
    { name: '规模以上工业增加值增速', lost: '0.80' },
  ],
};

/** Year-end grades in their cases. */
export const gradesSamples: readonly CardSample[] = [
  { id: 'grades.list.usual', title: '年度等次', card: gradesCard(view) },
  {
    id: 'grades.list.longest',
    title: '年度等次：很多',
    card: gradesCard({
      ...view,
      lines: Array.from({ length: 30 }, (_, index) => ({
        track: `T${index}`,
        name: `${long}${index}`,
        published: true,
        state: 'effective',
        open: { id: `2026.T${index}.1`, state: 'effective' },
        stale: true,
      })),
    }),
  },
  {
    id: 'grades.list.reader',
    title: '年度等次：考核办以外的人看',
    card: gradesCard({
      ...view,
      mayPropose: false,
      lines: [
        { track: 'T1', name: '发展攻坚赛道', published: true, state: 'proposed', stale: false },
        {
          ...{ track: 'T2', name: '服务保障赛道', published: true, state: 'proposed', stale: false },
          open: { id: '2026.T2.1', state: 'effective' },
        },
      ],
    }),
  },
  {
    id: 'grades.list.empty',
    title: '年度等次：没有赛道',
    card: gradesCard({ ...view, lines: [], mayPropose: false }),
  },
  {
    id: 'grades.list.kept',
    title: '年度等次：以前的年份',
    card: gradesCard({
      ...view,
      ...{ year: 2025, lines: [], years: [2026] },
      kept: [
        { grade: 'first', units: ['区发改委', '区高新区'] },
        { grade: 'second', units: ['区财政局', '区经开区', '区审批局'] },
        { grade: 'third', units: Array.from({ length: 200 }, (_, index) => `${long}${index}`) },
      ],
    }),
  },
  { id: 'grades.proposal.usual', title: '等次待审核', card: gradeProposalCard(proposal) },
  {
    id: 'grades.proposal.proposer',
    title: '等次待审核：提出人看',
    card: gradeProposalCard({ ...proposal, viewer: 'proposer' }),
  },
  {
    id: 'grades.proposal.effective',
    title: '等次已生效',
    card: gradeProposalCard({ ...proposal, ...decided, state: 'effective' }),
  },
  {
    id: 'grades.proposal.longest',
    title: '等次已驳回：最长',
    card: gradeProposalCard({
      ...proposal,
      ...decided,
      ...{ state: 'rejected', decision: long.repeat(6), provisional: 40, trackName: long },
      rows: Array.from({ length: 100 }, (_, index) => ({
        unit: `U${index}`,
        name: `${long}${index}`,
        score: '91.40',
        place: index + 1,
        grade: 'third',
        barred: true,
      })),
    }),
  },
  { id: 'grades.result.first', title: '告知单位', card: gradeResultCard(result) },
  {
    id: 'grades.result.barred',
    title: '告知单位：一票否决',
    card: gradeResultCard({
      ...result,
      name: long,
      grade: 'second',
      barred: true,
      lost: [],
      place: null,
      score: null,
    }),
  },
];
