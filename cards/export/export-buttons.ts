import { z } from 'zod';
import { isPeriod } from '#src/domain/calendar/period.ts';
import { defineButton } from '../kit/button.ts';

const period = z.string().refine(isPeriod);

/** Exports something as a file. Without `of` it was chosen in a select: the press's `option` is the indicator, unit or track. */
export const exportMake = defineButton({
  id: 'export.make',
  payload: z.object({
    what: z.enum(['ranking', 'values', 'unit', 'track', 'problems']),
    scope: z.enum(['tracks', 'track', 'district', 'task_force', 'indicator']).optional(),
    of: z.string().optional(),
    period,
  }),
});

/** Shows what can be exported of another period; with `list` the indicators of the task force or the units of the track that was chosen in a select. */
export const exportShow = defineButton({
  id: 'export.show',
  payload: z.object({ list: z.enum(['values', 'unit']).optional(), period }),
});
