import { z } from 'zod';

export const unitSchema = z.object({
  id: z.string().regex(/^U\d{2,4}$/),
  name: z.string().min(1),
  short_name: z.string().min(1),
  aliases: z.array(z.string()),
  kind: z.enum(['department', 'street', 'town', 'park', 'soe']),
  kind_name: z.string(),
  track: z.string(),
  grades: z.record(z.string(), z.enum(['first', 'second', 'third'])),
});

/** A unit (单位): department, street, town, park or state firm. */
export type Unit = z.infer<typeof unitSchema>;
