import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

export const indicatorSchema = z.object({
  code: z.string().regex(/^[A-Z]{2}-\d{2}$/),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  measure: z.string().min(1),
  decimals: z.number().int().min(0).max(10),
  direction: z.enum(['higher', 'lower']),
  kind: z.enum(['cumulative', 'level', 'rate']),
  frequency: z.enum(['half_month', 'month', 'quarter', 'half', 'year']),
  min: decimalSchema,
  max: decimalSchema,
  growth_of: z.string().nullable(),
  task_force: z.string(),
  lead_unit: z.string(),
  leader: z.string(),
  source: z.string(),
  level: z.enum(['province', 'city', 'district']),
});

/** An indicator (指标). `min…max` is the plausible range of one unit's value, `decimals` how many its values have. */
export type Indicator = z.infer<typeof indicatorSchema>;
