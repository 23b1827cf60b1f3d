import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

export const adjustmentItemSchema = z.object({
  id: z.string().regex(/^[A-Z]{2}\d{2,4}$/),
  type: z.enum(['bonus', 'deduction', 'veto']),
  name: z.string().min(1).max(60),
  /** The least and the most points one case may have; 0 for a veto. */
  min: decimalSchema,
  max: decimalSchema,
  /** What must be shown for it, e.g. the commending document. */
  evidence: z.string().max(200),
});

/** What points may be given, taken or a veto be decided for (加分、扣分、一票否决事项), with its bounds. */
export type AdjustmentItem = z.infer<typeof adjustmentItemSchema>;
