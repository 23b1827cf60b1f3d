import { z } from 'zod';
import { isPeriod } from '#src/domain/calendar/period.ts';
import { defineButton } from '../kit/button.ts';

const period = z.string().refine(isPeriod);
const id = z.string().max(60);
const page = z.int().min(1).max(99);
const one = z.object({ id });
const place = z.object({ scope: z.enum(['track', 'task_force']), of: z.string().max(20), period });

/** What is published of a period. */
export const publishedList = defineButton({ id: 'published.list', payload: z.object({ period }) });

/** Shows a published table; without `id` the edition was chosen in a select. */
export const publishedShow = defineButton({
  id: 'published.show',
  payload: z.object({ id: id.optional(), page: page.optional() }),
});

/** Asks before a table is published; which one is chosen in a select as `track|T1`. */
export const publishAsk = defineButton({ id: 'publish.ask', payload: z.object({ period }) });

/** Publishes a table, a correction with the reason of the form. */
export const publishDo = defineButton({ id: 'publish.do', payload: place });

/** Sends a published table as a file from which it can be recomputed. */
export const publishedExport = defineButton({ id: 'publish.export', payload: one });

/** Whether results are drafts until they are published. */
export const publishDrafts = defineButton({
  id: 'publish.drafts',
  payload: z.object({ hide: z.boolean(), period }),
});

/** The fairness sheet of a published table. */
export const fairnessShow = defineButton({
  id: 'fairness.show',
  payload: z.object({ id, page: page.optional() }),
});

/** Makes a published table anew and says whether everything is as published. */
export const fairnessCheck = defineButton({ id: 'fairness.check', payload: one });
