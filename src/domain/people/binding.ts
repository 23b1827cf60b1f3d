import { z } from 'zod';
import { platformId } from '../../shared/ids.ts';

export const bindingSchema = z.object({
  /** The person's open_id in this app. */
  id: z.string().regex(platformId),
  cadre: z.string().optional(),
  enterprise: z.string().optional(),
  /** An administrator who is no cadre of the roster (bound with the one-time code). */
  admin: z.boolean().optional(),
  bound_by: z.string(),
  bound_at: z.string(),
});

/** Which roster entry a chat account belongs to (绑定). */
export type Binding = z.infer<typeof bindingSchema>;
