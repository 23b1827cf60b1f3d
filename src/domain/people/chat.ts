import { z } from 'zod';
import { platformId } from '../../shared/ids.ts';

const chatKindSchema = z.enum(['leaders', 'public_ranking', 'task_force', 'unit']);

/** What a group chat is registered for (domain §1). */
export type ChatKind = z.infer<typeof chatKindSchema>;

export const chatSchema = z.object({
  id: z.string().regex(platformId),
  kind: chatKindSchema,
  /** The task force or unit of the kinds that have one. */
  of: z.string().optional(),
  /** A public ranking chat that is shown every place, not only the first five. */
  full: z.boolean().optional(),
  registered_by: z.string(),
  registered_at: z.string(),
});

/** A registered group chat (登记). An unregistered group has no document and is shown nothing. */
export type Chat = z.infer<typeof chatSchema>;
