import { problemBack as button } from '#cards/enterprise/problem-buttons.ts';
import { problemCardFor } from '#cards/enterprise/problem-shown.ts';
import { findProblem, sightOfProblem } from '../../operations/problems/see-problem.ts';
import { dayOf } from '../../shared/time.ts';
import { defineAction } from '../define-action.ts';

/** 返回: the form becomes the card again, as it is now. */
export const problemBack = defineAction({
  button,
  permission: 'problem.work',
  once: false,
  async run({ tx, actor, now, calendar, frame }, { problem: id }) {
    const found = await findProblem(tx, { problem: id, actor });
    const problem = await sightOfProblem(tx, found.problem, calendar);
    // Never the entrepreneur's card: only those who work on a problem press this.
    const sides = found.sides.filter((side) => side !== 'entrepreneur');
    const { card } = problemCardFor({ demo: frame.demo, problem, today: dayOf(now) }, sides);
    return { replace: { card } };
  },
});
