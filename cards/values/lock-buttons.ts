import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Shows the months and whether they are locked. */
export const lockShow = defineButton({ id: 'lock.show', payload: z.object({}) });

/** Asks before a month is locked (`lock`), or for what and how long it is opened again (`reopen`). */
export const lockAsk = defineButton({
  id: 'lock.ask',
  payload: z.object({ month, what: z.enum(['lock', 'reopen']) }),
});

/** Locks a month. */
export const lockSet = defineButton({ id: 'lock.set', payload: z.object({ month }) });

/** Opens a locked month again for a while; the fields are named by `reopenFields`. */
export const lockReopen = defineButton({ id: 'lock.reopen', payload: z.object({ month }) });

/** Takes a reopening back; `at` is its place among the month's. */
export const lockEnd = defineButton({
  id: 'lock.end',
  payload: z.object({ month, at: z.number().int().min(0).max(999) }),
});
