import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

/** A file that somebody sent, as buttons carry it. */
export const sentFileSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
});

/**
 * Attaches a kept file to a report, or to a proposed bonus, deduction or veto. Without either a report was chosen in a select: the press's
 * `option` is its id.
 */
export const evidenceAttach = defineButton({
  id: 'evidence.attach',
  payload: sentFileSchema.extend({
    report: z.string().max(50).optional(),
    proposal: z.string().max(40).optional(),
  }),
});

/** Sends a piece of evidence: `at` is its place among the files of the report, or of the proposed bonus, deduction or veto. */
export const evidenceGet = defineButton({
  id: 'evidence.get',
  payload: z.object({
    report: z.string().max(50).optional(),
    proposal: z.string().max(50).optional(),
    at: z.number().int().min(0).max(99),
  }),
});
