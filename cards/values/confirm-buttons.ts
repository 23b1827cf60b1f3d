import { z } from 'zod';
import { isPeriod } from '#src/domain/calendar/period.ts';
import { defineButton } from '../kit/button.ts';

const filter = {
  force: z.string().max(10).optional(),
  unit: z.string().max(10).optional(),
  period: z.string().refine(isPeriod).optional(),
};
const page = z.number().int().min(1).max(999);
const verdict = z.enum(['confirm', 'return']);
const ids = z.array(z.string().max(50)).min(1).max(20).optional();
const shown = z.string().max(16).optional();

/** Shows the values that wait; a choice of its select narrows the list: the press's `option` is the choice. */
export const confirmShow = defineButton({ id: 'confirm.show', payload: z.object({ ...filter, page }) });

/**
 * Asks before values are confirmed or returned: those named, all that were `shown`, or, without either, those ticked in the form, whose
 * fields are `tick_` and the report's id.
 */
export const confirmAsk = defineButton({
  id: 'confirm.ask',
  payload: z.object({ ...filter, page, verdict, ids, shown }),
});

/** Confirms or returns them; `leave`: without those that should be looked at twice. A return brings its reason in the form. */
export const confirmDecide = defineButton({
  id: 'confirm.decide',
  payload: z.object({ ...filter, page, verdict, ids, shown, leave: z.boolean().optional() }),
});
