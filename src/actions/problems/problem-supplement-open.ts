import { problemSupplementOpen as button } from '#cards/enterprise/problem-buttons.ts';
import { problemSupplementFor } from '#cards/enterprise/problem-shown.ts';
import { problemForStep } from '../../operations/problems/problem-for-step.ts';
import { sightOfProblem } from '../../operations/problems/see-problem.ts';
import { dayOf } from '../../shared/time.ts';
import { defineAction } from '../define-action.ts';

/** The entrepreneur's card becomes the one with the form for what they add. */
export const problemSupplementOpen = defineAction({
  button,
  permission: 'problem.supplement',
  once: false,
  async run({ tx, actor, now, calendar, frame }, { problem: id }) {
    const found = await problemForStep(tx, { problem: id, step: 'supplement', actor });
    const problem = await sightOfProblem(tx, found, calendar);
    return { replace: problemSupplementFor({ demo: frame.demo, problem, today: dayOf(now) }) };
  },
});
