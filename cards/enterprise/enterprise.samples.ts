import type { CardSample } from '../samples.ts';
import { type ProblemDeskView, problemDeskCard } from './problem-desk.ts';
import { problemEntrepreneurCard } from './problem-entrepreneur.ts';
import type { ProblemFacts } from './problem-facts.ts';
import { type ProblemFormView, problemFormCard } from './problem-form.ts';
import { problemRatingCard } from './problem-rating.ts';

const formView: ProblemFormView = {
  demo: true,
  enterpriseName: '南江绿源农业科技有限公司',
  filled: { contact: '彭少峰', phone: '13800001666' },
};

/** A problem that nobody has accepted yet. */
export const submitted: ProblemFacts = {
  id: 'P0512',
  tracking_code: 'DVGAC5Q8',
  enterprise: 'E019',
  enterprise_name: '南江绿源农业科技有限公司',
  submitter: 'ou_demo_e019',
  category: '用地',
  urgency: 'urgent',
  source: 'chat_form',
  source_name: '飞书表单',
  text: '厂区内有 5000 平方米历史建筑没有办产证，影响抵押贷款，想走历史遗留问题处置通道。',
  pictures: 0,
  state: 'submitted',
  submitted_at: '2026-11-03T09:01:25+08:00',
  accepted_at: null,
  assigned_at: null,
  first_answer_at: null,
  answered_at: null,
  closed_at: null,
  unit: null,
  handler: null,
  desk: null,
  answer: null,
  end: null,
  public_reason: null,
  solved: null,
  rating: null,
  rating_text: null,
  reopened_times: 0,
  refusals: [],
  pauses: [],
  verified_at: null,
  escalated_to: null,
  returned_reason: null,
  unit_name: null,
  handler_name: null,
  desk_name: null,
  names: {},
  deadlines: { accept: '2026-11-04', answer: null, solve: null },
};

/** A problem that was just handed to a unit. */
export const handed: ProblemFacts = {
  ...submitted,
  ...{ id: 'P0513', state: 'assigned', urgency: 'normal', unit: 'U42', unit_name: '区经开区' },
  ...{ accepted_at: '2026-11-05T10:20:00+08:00', assigned_at: '2026-11-05T11:00:00+08:00' },
  names: { U42: '区经开区' },
  deadlines: { accept: '2026-11-06', answer: '2026-11-10', solve: '2026-11-19' },
};

/** A closed problem. */
export const sample: ProblemFacts = {
  ...submitted,
  state: 'closed',
  accepted_at: '2026-11-03T10:20:00+08:00',
  assigned_at: '2026-11-03T11:00:00+08:00',
  first_answer_at: '2026-11-05T13:03:55+08:00',
  answered_at: '2026-11-05T13:03:55+08:00',
  closed_at: '2026-11-06T09:55:44+08:00',
  unit: 'U45',
  handler: 'C205',
  desk: 'C055',
  names: { U45: '区自然资源分局', C205: '许静' },
  unit_name: '区自然资源分局',
  handler_name: '许静',
  desk_name: '沈涛',
  answer: '经核符合历史遗留问题处置条件，已受理首次登记。',
  end: 'solved',
  deadlines: { accept: '2026-11-04', answer: '2026-11-06', solve: '2026-11-17' },
};

const longText = '厂区<at id=all></at>内有**历史建筑**没有办产证，影响抵押贷款，'.repeat(40).slice(0, 1000);

/** As much of everything as there can be. */
export const longest: ProblemFacts = {
  ...sample,
  state: 'escalated',
  closed_at: null,
  end: null,
  urgency: 'critical',
  enterprise_name: '江苏云澜高端装备与新材料产业创新发展集团股份有限公司（筹）',
  text: longText,
  answer: longText,
  earlier_answers: Array.from({ length: 8 }, (_, index) => ({
    at: `2026-11-0${index + 1}T13:03:55+08:00`,
    text: longText,
  })),
  refusals: Array.from({ length: 8 }, () => ({
    unit: 'U01',
    assigned_at: '2026-11-03T11:00:00+08:00',
    refused_at: '2026-11-04T11:00:00+08:00',
    reason: longText,
  })),
  names: { ...sample.names, U01: '云澜高新技术产业开发区管理委员会' },
  pauses: [{ from: '2026-11-05T09:00:00+08:00', to: '2026-11-06T09:00:00+08:00', reason: longText }],
  supplements: Array.from({ length: 8 }, (_, index) => ({
    ...{ at: `2026-11-0${index + 1}T15:03:55+08:00`, text: longText, asked: index % 2 === 0 },
  })),
};

/** The clock stands still. */
export const paused: ProblemFacts = {
  ...handed,
  state: 'in_progress',
  first_answer_at: '2026-11-06T15:00:00+08:00',
  pauses: [{ from: '2026-11-06T15:00:00+08:00', to: null, reason: '待企业补充授信材料' }],
};

const desk: ProblemDeskView = {
  demo: true,
  problem: submitted,
  may: ['accept', 'return', 'contact'],
  today: '2026-11-03',
};

const units = Array.from({ length: 48 }, (_, index) => ({
  id: `U${index}`,
  name: `云澜高新技术产业开发区管理委员会 ${index}`,
}));

const handlers = ['许静（局长）', '沈涛（副局长）', '彭少峰（用地科科长）'].map((name, index) => ({
  id: `C${index}`,
  name,
}));

const assigning = { units, unit: 'U3', handlers };

const allSteps = ['accept', 'return', 'assign', 'answer', 'pause', 'refuse', 'close', 'contact'];

const formNames = {
  ...{ assign: '交办', answer: '答复', return: '退回补充' },
  ...{ pause: '请企业补充', refuse: '拒办', close: '办结' },
};

const forms = (['assign', 'answer', 'return', 'pause', 'refuse', 'close'] as const).map((form) => ({
  id: `enterprise.problem_desk.form_${form}`,
  title: `诉求办理：${formNames[form]}`,
  card: problemDeskCard({
    ...desk,
    problem: longest,
    may: allSteps,
    form,
    assigning,
    error: '请填写后再提交。',
  }),
}));

/** The cards of enterprise service in their cases. */
export const enterpriseSamples: readonly CardSample[] = [
  { id: 'enterprise.problem_form.new', title: '提交诉求：新的', card: problemFormCard(formView) },
  {
    id: 'enterprise.problem_form.error',
    title: '提交诉求：退回修改',
    card: problemFormCard({
      ...formView,
      filled: { ...formView.filled, text: longText, category: '用地' },
      error: '联系电话格式不对，请填写11位手机号。没有保存任何内容。',
    }),
  },
  { id: 'enterprise.problem_desk.submitted', title: '诉求办理：待受理', card: problemDeskCard(desk) },
  {
    id: 'enterprise.problem_desk.longest',
    title: '诉求办理：超期、最长的文字',
    card: problemDeskCard({
      ...desk,
      problem: longest,
      may: allSteps,
      today: '2026-11-30',
      contact: { name: '彭少峰', post: '行政总监', phone: '13800001666' },
    }),
  },
  {
    id: 'enterprise.problem_desk.paused',
    title: '诉求办理：等企业补充',
    card: problemDeskCard({
      ...desk,
      problem: paused,
      may: ['answer', 'contact'],
      today: '2026-11-30',
    }),
  },
  ...forms,
  {
    id: 'enterprise.problem_desk.unit',
    title: '诉求办理：先选承办单位',
    card: problemDeskCard({ ...desk, may: allSteps, form: 'assign', assigning: { units } }),
  },
  {
    id: 'enterprise.problem_entrepreneur.submitted',
    title: '企业看到的：已提交',
    card: problemEntrepreneurCard({ demo: true, problem: submitted, link: 'https://example.com/t/abc' }),
  },
  {
    id: 'enterprise.problem_entrepreneur.longest',
    title: '企业看到的：最长的文字',
    card: problemEntrepreneurCard({ demo: true, problem: longest }),
  },
  {
    id: 'enterprise.problem_entrepreneur.closed',
    title: '企业看到的：已办结',
    card: problemEntrepreneurCard({ demo: true, problem: sample }),
  },
  {
    id: 'enterprise.problem_entrepreneur.paused',
    title: '企业看到的：等企业补充',
    card: problemEntrepreneurCard({ demo: true, problem: paused }),
  },
  {
    id: 'enterprise.problem_entrepreneur.returned',
    title: '企业看到的：退回补充',
    card: problemEntrepreneurCard({
      demo: true,
      problem: { ...submitted, state: 'returned', returned_reason: '请补充厂房的建设年份和现有证照。' },
    }),
  },
  {
    id: 'enterprise.problem_rating.asked',
    title: '评价：两个问题',
    card: problemRatingCard({ demo: true, problem: sample }),
  },
  {
    id: 'enterprise.problem_rating.answered',
    title: '评价：已回答',
    card: problemRatingCard({
      demo: true,
      problem: { ...sample, text: longText, state: 'reopened', solved: false, rating: 'not_satisfied' },
    }),
  },
];
