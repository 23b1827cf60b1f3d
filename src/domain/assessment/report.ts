import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

export const reportSchema = z.object({
  id: z.string(),
  indicator: z.string(),
  unit: z.string(),
  period: z.string(),
  rev: z.number().int().min(1),
  value: decimalSchema,
  state: z.enum(['submitted', 'confirmed', 'returned']),
  reason: z.string().optional(),
  note: z.string().optional(),
  evidence: z.string().optional(),
  reporter: z.string(),
  reported_at: z.string(),
  decided_by: z.string().optional(),
  decided_at: z.string().optional(),
});

/** One revision of a unit's value of an indicator for a period (进度). Revisions are never overwritten. */
export type Report = z.infer<typeof reportSchema>;
