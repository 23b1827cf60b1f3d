import { z } from 'zod';
import { ratingSchema } from '#src/domain/enterprise/problem.ts';
import { defineButton } from '../kit/button.ts';

const problem = z.string().min(1);
const one = z.object({ problem });

/** Takes the entrepreneur's form; the fields are named by `problemFields`. */
export const problemSubmit = defineButton({ id: 'problem.submit', payload: z.object({}) });

/** The desk takes a problem on. */
export const problemAccept = defineButton({ id: 'problem.accept', payload: one });

const problemFormSchema = z.enum(['assign', 'answer', 'return', 'pause', 'refuse', 'close']);

/** Which form stands in the desk card. */
export type ProblemForm = z.infer<typeof problemFormSchema>;

/** Turns the desk card into one of its forms. In the form `assign` the chosen unit arrives as the press's `option`. */
export const problemOpen = defineButton({
  id: 'problem.open',
  payload: z.object({ problem, form: problemFormSchema }),
});

/** From a form back to the desk card. */
export const problemBack = defineButton({ id: 'problem.back', payload: one });

/** Shows those who work on the case whom to call. */
export const problemContact = defineButton({ id: 'problem.contact', payload: one });

/** Takes the form that hands the problem to a cadre of the unit. */
export const problemAssign = defineButton({
  id: 'problem.assign',
  payload: z.object({ problem, unit: z.string().min(1) }),
});

/** Takes the unit's answer. */
export const problemAnswer = defineButton({ id: 'problem.answer', payload: one });

/** Takes the desk's request for more, with its reason. */
export const problemReturn = defineButton({ id: 'problem.return', payload: one });

/** Takes what the entrepreneur is asked for: the clock stands still. */
export const problemPause = defineButton({ id: 'problem.pause', payload: one });

/** Turns the entrepreneur's card into the one with the form for what they add. */
export const problemSupplementOpen = defineButton({ id: 'problem.supplement_open', payload: one });

/** Takes what the entrepreneur adds; the field is named by `supplementFields`. */
export const problemSupplement = defineButton({ id: 'problem.supplement', payload: one });

/** Takes the unit's refusal, with its reason. */
export const problemRefuse = defineButton({ id: 'problem.refuse', payload: one });

/** Takes how the problem ended, with its public reason. */
export const problemClose = defineButton({ id: 'problem.close', payload: one });

/** The entrepreneur says whether it is solved. */
export const problemSolved = defineButton({
  id: 'problem.solved',
  payload: z.object({ problem, solved: z.boolean() }),
});

/** The entrepreneur says whether they are satisfied. */
export const problemRate = defineButton({
  id: 'problem.rate',
  payload: z.object({ problem, rating: ratingSchema }),
});
