import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const draft = z.string().min(1);

/** Records the draft's items; `seen` names the values that its card said would be replaced. */
export const reportConfirm = defineButton({
  id: 'report.confirm',
  payload: z.object({ draft, seen: z.string().max(16).optional() }),
});

/** Opens the form in which a draft is corrected; `page` 1-based. */
export const reportCorrect = defineButton({
  id: 'report.correct',
  payload: z.object({ draft, page: z.number().int().min(1).optional() }),
});

/** Throws the draft away. */
export const reportCancel = defineButton({ id: 'report.cancel', payload: z.object({ draft }) });

/**
 * Answers a question about a draft; `left` is how many questions the card still asks, so that a second tap is not taken for the answer to
 * the question that has moved up. Without `choice` it was chosen in a select: the press's `option` is the choice; with
 * `leave` what is asked about is left out.
 */
export const reportAnswer = defineButton({
  id: 'report.answer',
  payload: z.object({
    draft,
    ask: z.number().int().min(0),
    left: z.number().int().min(1),
    choice: z.string().optional(),
    leave: z.boolean().optional(),
  }),
});

/** Takes the corrections of a draft; the fields are named by `correctionFields`. */
export const reportCorrectSubmit = defineButton({
  id: 'report.correct_submit',
  payload: z.object({ draft }),
});

/** Back from correcting to confirming. */
export const reportBack = defineButton({ id: 'report.back', payload: z.object({ draft }) });

/** Takes the report form; the fields are named by `reportFields`. */
export const reportSubmit = defineButton({ id: 'report.submit', payload: z.object({}) });
