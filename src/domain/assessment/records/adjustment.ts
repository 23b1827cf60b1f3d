import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

export const adjustmentSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  unit: z.string(),
  type: z.enum(['bonus', 'deduction', 'veto']),
  points: decimalSchema,
  reason: z.string(),
  date: z.string(),
  document: z.string(),
  decided_by: z.string(),
});

/** A bonus, deduction or veto (加分、扣分、一票否决); counts in periods of its year ending on its date or later. */
export type Adjustment = z.infer<typeof adjustmentSchema>;
