import { z } from 'zod';
import { decimalSchema } from './decimal.ts';

export const trackSchema = z.object({
  id: z.string(),
  name: z.string().min(1),
  description: z.string(),
  year: z.number().int(),
  bonus_cap: decimalSchema.default('5'),
  first_quota: decimalSchema.default('0.30'),
  second_quota: decimalSchema.default('0.50'),
  place_style: z.enum(['1224', '1223']).default('1224'),
  units: z.array(z.string()),
});

/** A track (赛道): units compared with one another, with its bonus cap, grade quotas and way of numbering ties. */
export type Track = z.infer<typeof trackSchema>;
