import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const page = z.int().min(1).max(999);
const message = z.object({ id: z.string().max(50), page });

/** Shows a page of the parked messages. */
export const parkedShow = defineButton({ id: 'parked.show', payload: z.object({ page }) });

/** Sends one again; `sure`: the presser was told that it may arrive twice. */
export const parkedRetry = defineButton({
  id: 'parked.retry',
  payload: message.extend({ sure: z.boolean() }),
});

/** Sends all again that cannot arrive twice. */
export const parkedRetryAll = defineButton({ id: 'parked.retry_all', payload: z.object({}) });

/** Asks why one is to be given up. */
export const parkedDropAsk = defineButton({ id: 'parked.drop_ask', payload: message });

/** Gives one up, with the reason of the form. */
export const parkedDrop = defineButton({ id: 'parked.drop', payload: message });
