import { problemOpen as button } from '#cards/enterprise/problem-buttons.ts';
import { problemDeskCard } from '#cards/enterprise/problem-desk.ts';
import { problemForStep } from '../../operations/problems/problem-for-step.ts';
import { seeAssigning } from '../../operations/problems/see-assigning.ts';
import { sightOfProblem } from '../../operations/problems/see-problem.ts';
import { dayOf } from '../../shared/time.ts';
import { defineAction } from '../define-action.ts';

/** The desk card becomes one of its forms, only for who may take that step now. Choosing a unit in `assign` brings up its cadres. */
export const problemOpen = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run({ tx, actor, now, calendar, frame }, { problem: id, form }, { option }) {
    const found = await problemForStep(tx, { problem: id, step: form, actor });
    const problem = await sightOfProblem(tx, found, calendar);
    const assigning = form === 'assign' ? await seeAssigning(tx, option) : undefined;
    const today = dayOf(now);
    const card = problemDeskCard({ demo: frame.demo, problem, may: [], today, form, assigning });
    return { replace: { card } };
  },
});
