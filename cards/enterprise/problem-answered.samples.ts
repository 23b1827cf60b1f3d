import type { CardSample } from '../samples.ts';
import { sample } from './enterprise.samples.ts';
import { problemDeskCard } from './problem-desk.ts';
import { problemEntrepreneurCard } from './problem-entrepreneur.ts';
import type { ProblemFacts } from './problem-facts.ts';

const answeredAgain: ProblemFacts = {
  ...sample,
  state: 'answered',
  closed_at: null,
  end: null,
  first_answer_at: '2026-11-05T13:03:55+08:00',
  answered_at: '2026-11-08T16:20:00+08:00',
  answer: '历史建筑首次登记已办结，证书可到行政审批局领取。',
  earlier_answers: [{ at: '2026-11-05T13:03:55+08:00', text: sample.answer ?? '' }],
};

const reopened: ProblemFacts = {
  ...answeredAgain,
  ...{ state: 'reopened', solved: false, reopened_times: 1, unit: 'U42', unit_name: '区经开区' },
  names: { ...sample.names, U42: '区经开区' },
  refusals: [
    {
      ...{ unit: 'U45', assigned_at: '2026-11-03T11:00:00+08:00', refused_at: '2026-11-03T15:00:00+08:00' },
      reason: '厂区在经开区管理范围内',
    },
  ],
  steps: [
    { what: 'assign', at: '2026-11-03T11:00:00+08:00', unit: 'U45', handler: 'C205' },
    { what: 'assign', at: '2026-11-03T16:00:00+08:00', unit: 'U45', handler: 'C205' },
    { what: 'assign', at: '2026-11-04T09:00:00+08:00', unit: 'U42', handler: null },
    { what: 'close', at: '2026-11-09T09:00:00+08:00', end: 'solved' },
    { what: 'reopen', at: '2026-11-09T10:00:00+08:00' },
  ],
};

/** A problem that its unit has answered twice, as each side sees it. */
export const problemAnsweredSamples: readonly CardSample[] = [
  {
    id: 'enterprise.problem_answered.desk',
    title: '答复两次：办理的人看到的',
    card: problemDeskCard({
      demo: true,
      problem: answeredAgain,
      may: ['answer', 'contact'],
      today: '2026-11-09',
    }),
  },
  {
    id: 'enterprise.problem_answered.reopened',
    title: '改交、办结后重新办理：办理的人看到的',
    card: problemDeskCard({
      ...{ demo: true, problem: reopened, today: '2026-11-10' },
      may: ['assign', 'close', 'contact'],
    }),
  },
  {
    id: 'enterprise.problem_answered.entrepreneur',
    title: '答复两次：企业看到的',
    card: problemEntrepreneurCard({ demo: true, problem: answeredAgain }),
  },
];
