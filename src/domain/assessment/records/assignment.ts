import { z } from 'zod';
import { decimalSchema } from './decimal.ts';
import { ruleSchema } from './rule.ts';

export const assignmentSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  indicator: z.string(),
  unit: z.string(),
  weight: decimalSchema,
  annual_target: decimalSchema,
  milestones: z.array(
    z.object({ period: z.string(), value: decimalSchema, place: z.number().int().nullish() }),
  ),
  rule: ruleSchema,
  leader: z.string(),
  reporter: z.string(),
});

/** An assignment (任务分解): one indicator of one unit in one year, with weight, target, road map and rule. */
export type Assignment = z.infer<typeof assignmentSchema>;
