import { z } from 'zod';
import { decisionKinds } from '#src/domain/assessment/brief/brief-decisions.ts';
import { isPeriod } from '#src/domain/calendar/period.ts';
import { defineButton } from '../kit/button.ts';

const period = z.string().refine(isPeriod);

/** Shows the brief of another period in place of the pressed card, or sends its page again. */
export const briefShow = defineButton({
  id: 'brief.show',
  payload: z.object({ period, page: z.literal(true).optional() }),
});

/** Shows what a decision of the brief rests on. With a `page` (1-based) the pressed card becomes it. */
export const briefEvidence = defineButton({
  id: 'brief.evidence',
  payload: z.object({ period, kind: z.enum(decisionKinds), page: z.number().int().min(1).optional() }),
});
