import type { CardSample } from '../samples.ts';
import { added, change, long, longChange, longRule } from './sample-changes.ts';
import { type TargetFormView, targetFormCard } from './target-form.ts';
import { type TargetsView, targetsCard } from './targets.ts';
import { type TargetsStartView, targetsStartCard } from './targets-start.ts';
import { type TrackFormView, trackFormCard } from './track-form.ts';

const at = '2026-11-06T09:20:00+08:00';
const starts = [10, 11, 12].map((month) => ({ value: `2026-${month}`, text: `从2026年${month}月起` }));
const rows: TargetsView['rows'] = [
  {
    id: 'A0001',
    indicator: '专项债券资金支出进度',
    weight: '30',
    target: '95%',
    rule: '目标完成率（上限1.1）',
    milestones: '一季度=25；二季度=50；三季度=75',
  },
  {
    id: 'A0002',
    indicator: '固定资产投资',
    weight: '40',
    target: '120 亿元',
    rule: '名次赋分（按完成率，每降1位扣0.05，保底0.5）',
    milestones: '',
    mark: 'changed',
  },
  {
    id: 'A0003',
    indicator: '12345热线办结率',
    weight: '28',
    target: '99%',
    rule: '分档赋分（≥99得1；≥97得0.85）',
    milestones: '',
  },
];

const targets: TargetsView = {
  demo: true,
  unit: 'U03',
  unitName: '区财政局',
  year: 2026,
  track: { id: 'T1', name: '发展攻坚赛道' },
  sum: { isWhole: false, words: '权重合计 98 分，还差 2 分' },
  rows,
  page: 1,
  month: '2026-11',
  draft: { by: '张萍', at, changes: [change, added], starts, problems: [], seen: '' },
};

const form: TargetFormView = {
  demo: true,
  unit: 'U03',
  unitName: '区财政局',
  year: 2026,
  id: 'A0002',
  seen: '',
  indicator: '固定资产投资',
  measure: '亿元',
  weight: '40',
  target: '120',
  milestones: '一季度=25；二季度=50；三季度=75（第3位）',
  rule: '名次赋分（按完成率，每降1位扣0.05，保底0.5）',
};

const units = Array.from({ length: 60 }, (_, index) => ({ value: `U${index}`, text: `${long}${index}` }));
const start: TargetsStartView = {
  demo: true,
  year: 2026,
  units: [{ value: 'U03', text: '区财政局' }],
  open: [{ unit: 'U03', name: '区财政局', sum: '权重合计 98 分，还差 2 分', draft: true }],
  tracks: [
    { id: 'T1', name: '发展攻坚赛道', units: 14 },
    { id: 'T3', name: '镇街竞进赛道', units: 11 },
  ],
};

const track: TrackFormView = {
  demo: true,
  seen: '',
  id: 'T4',
  year: 2026,
  name: '园区国企赛道',
  description: '园区和国有企业，重在招商、产出和效益。',
  bonusCap: '5',
  style: '1224',
  firstQuota: '0.30',
  secondQuota: '0.50',
  units: [
    { value: 'U42', text: '经开区' },
    { value: 'U43', text: '高新区' },
  ],
  joinable: [{ value: 'U03', text: '区财政局（发展攻坚赛道）' }],
  starts,
  month: '2026-11',
};

/** The cards in which targets and tracks are edited, in their cases. */
export const targetsSamples: readonly CardSample[] = [
  { id: 'rules.targets.draft', title: '目标任务：有草稿', card: targetsCard(targets) },
  {
    id: 'rules.targets.ready',
    title: '目标任务：可以提交',
    card: targetsCard({ ...targets, sum: { isWhole: true, words: '权重合计 100 分' } }),
  },
  {
    id: 'rules.targets.longest',
    title: '目标任务：63 项',
    card: targetsCard({
      ...targets,
      unitName: long,
      rows: Array.from({ length: 63 }, (_, index) => ({
        ...rows[1 % 3],
        id: `A${index}`,
        indicator: '规模以上战略性新兴产业增加值占比',
        weight: '1.5',
        target: '120000 万元',
        rule: longRule,
        milestones: '一季度=25；二季度=50；三季度=75（第3位）；全年=100',
      })),
      draft: {
        by: '张萍',
        at,
        changes: Array.from({ length: 30 }, () => longChange),
        starts,
        problems: [],
        seen: '',
      },
    }),
  },
  {
    id: 'rules.targets.empty',
    title: '目标任务：还没有',
    card: targetsCard({
      demo: true,
      unit: 'U03',
      unitName: '区财政局',
      year: 2027,
      rows: [],
      page: 1,
      month: '2026-11',
      sum: { isWhole: false, words: '权重合计 0 分，还差 100 分' },
    }),
  },
  { id: 'rules.start.usual', title: '选择单位', card: targetsStartCard(start) },
  {
    id: 'rules.start.longest',
    title: '选择单位：很多',
    card: targetsStartCard({
      ...start,
      units,
      open: units.map(({ value, text }) => ({
        unit: value,
        name: text,
        sum: '权重合计 98 分，还差 2 分',
        draft: true,
      })),
    }),
  },
  {
    id: 'rules.start.empty',
    title: '选择单位：没有数据',
    card: targetsStartCard({ demo: true, year: 2027, units: [], open: [], tracks: [] }),
  },
  { id: 'rules.form.usual', title: '修改任务', card: targetFormCard(form) },
  {
    id: 'rules.form.longest',
    title: '修改任务：最长',
    card: targetFormCard({
      ...form,
      unitName: long,
      rule: longRule,
      error: '赋分规则“随便”没有看懂，请照表单下方的写法填写。',
    }),
  },
  {
    id: 'rules.form.empty',
    title: '新增任务',
    card: targetFormCard({ demo: true, unit: 'U03', unitName: '区财政局', year: 2026, id: null, seen: '' }),
  },
  { id: 'rules.track.usual', title: '赛道规则', card: trackFormCard(track) },
  {
    id: 'rules.track.longest',
    title: '赛道规则：最长',
    card: trackFormCard({ ...track, units, joinable: units, description: '按基础和禀赋分类。'.repeat(12) }),
  },
];
