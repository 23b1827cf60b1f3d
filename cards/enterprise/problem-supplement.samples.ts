import type { CardSample } from '../samples.ts';
import { longest, paused } from './enterprise.samples.ts';
import { problemDeskCard } from './problem-desk.ts';
import { problemEntrepreneurCard } from './problem-entrepreneur.ts';
import type { ProblemFacts } from './problem-facts.ts';

const supplemented: ProblemFacts = {
  ...paused,
  pauses: [
    { from: '2026-11-06T15:00:00+08:00', to: '2026-11-09T09:20:00+08:00', reason: '请提供厂区排水图' },
  ],
  supplements: [{ at: '2026-11-09T09:20:00+08:00', text: '排水图已发经办人邮箱，请查收。', asked: true }],
};

/** A problem to which its entrepreneur adds something, asked or not. */
export const problemSupplementSamples: readonly CardSample[] = [
  {
    id: 'enterprise.problem_supplement.form',
    title: '补充说明：企业填写',
    card: problemEntrepreneurCard({ demo: true, problem: paused, supplementing: {} }),
  },
  {
    id: 'enterprise.problem_supplement.form_longest',
    title: '补充说明：最长的文字',
    card: problemEntrepreneurCard({
      ...{ demo: true, supplementing: { written: longest.text } },
      problem: {
        ...longest,
        pauses: [{ from: '2026-11-09T09:00:00+08:00', to: null, reason: longest.text }],
      },
    }),
  },
  {
    id: 'enterprise.problem_supplement.entrepreneur',
    title: '已补充：企业看到的',
    card: problemEntrepreneurCard({ demo: true, problem: supplemented }),
  },
  {
    id: 'enterprise.problem_supplement.desk',
    title: '已补充：办理的人看到的',
    card: problemDeskCard({
      ...{ demo: true, problem: supplemented, today: '2026-11-09' },
      may: ['answer', 'pause', 'contact'],
    }),
  },
];
