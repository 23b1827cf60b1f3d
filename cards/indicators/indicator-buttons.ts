import { z } from 'zod';
import { isPeriod } from '#src/domain/calendar/period.ts';
import { defineButton } from '../kit/button.ts';

const indicator = z.string().max(10);
const period = z.string().refine(isPeriod);

/** Shows an indicator: without one, or without a unit, it was chosen in a select: the press's `option` is the code or the unit. */
export const indicatorShow = defineButton({
  id: 'indicator.show',
  payload: z.object({
    indicator: indicator.optional(),
    period: period.optional(),
    pick: z.enum(['indicator', 'unit']).optional(),
  }),
});

/** Reminds, in private, who still owes an indicator's value. */
export const indicatorUrge = defineButton({
  id: 'indicator.urge',
  payload: z.object({ indicator, period, count: z.number().int().min(1) }),
});
