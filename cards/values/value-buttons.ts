import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const report = z.string().max(50);

/** Shows where a value came from: all its revisions. Without `report` it was chosen in a select: the press's `option` is the report's id. */
export const valueShow = defineButton({ id: 'value.show', payload: z.object({ report: report.optional() }) });

/**
 * Corrects the value in force. Without a value it asks for one; the form brings it; a value far from the last comes back in the payload
 * once its corrector has said that it is right.
 */
export const valueCorrect = defineButton({
  id: 'value.correct',
  payload: z.object({
    report,
    step: z.enum(['ask', 'form', 'sure']),
    value: z.string().max(40).optional(),
    why: z.string().max(200).optional(),
  }),
});

/** The names of the fields of a correction. */
export const valueCorrectFields = { value: 'value', why: 'why' } as const;
