import { z } from 'zod';
import { isPeriod } from '#src/domain/calendar/period.ts';
import { defineButton } from '../kit/button.ts';

const period = z.string().refine(isPeriod);
const page = z.number().int().min(1);

/** Shows a ranking: `of` is the track, task force or indicator. */
export const rankingShow = defineButton({
  id: 'ranking.show',
  payload: z.object({
    scope: z.enum(['tracks', 'track', 'district', 'task_force', 'indicator']),
    of: z.string().optional(),
    period,
    page,
  }),
});

/** Shows how a unit's score came about. Without `unit` it was chosen in a select: the press's `option` is the unit. */
export const explainShow = defineButton({
  id: 'explain.show',
  payload: z.object({ unit: z.string().optional(), period, page: page.optional() }),
});

/** Shows why a unit's score differs from that of the period before. */
export const compareShow = defineButton({
  id: 'compare.show',
  payload: z.object({ unit: z.string(), period, with: period, page: page.optional() }),
});

/** Shows a unit's way to the next place. Without `unit` it was chosen in a select, as above. */
export const roadmapShow = defineButton({
  id: 'roadmap.show',
  payload: z.object({ unit: z.string().optional(), period, page: page.optional() }),
});
