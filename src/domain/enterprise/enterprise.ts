import { z } from 'zod';
import { sealedSchema } from './sealed.ts';

export const enterpriseSchema = z.object({
  id: z.string().regex(/^E\d{3,5}$/),
  name: z.string().min(1),
  short_name: z.string(),
  industry: z.string(),
  unit: z.string(),
  scale: z.string(),
  employees: z.number().int(),
  contact: sealedSchema,
});

/** A company (企业). Its contact (name, post, phone) is stored only sealed. */
export type Enterprise = z.infer<typeof enterpriseSchema>;
