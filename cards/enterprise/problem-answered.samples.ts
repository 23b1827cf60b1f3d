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
    id: 'enterprise.problem_answered.entrepreneur',
    title: '答复两次：企业看到的',
    card: problemEntrepreneurCard({ demo: true, problem: answeredAgain }),
  },
];
