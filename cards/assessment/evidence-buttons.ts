import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

/** Attaches a kept file to a report. Without `report` it was chosen in a select: the press's `option` is the report's id. */
export const evidenceAttach = defineButton({
  id: 'evidence.attach',
  payload: z.object({
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(200),
    report: z.string().max(50).optional(),
  }),
});
