import { z } from 'zod';
import { platformId } from '../../shared/ids.ts';
import type { Envelope } from '../door/open-envelope.ts';
import { Refusal } from '../door/refusal.ts';
import type { IncomingDeparture } from './incoming.ts';

const eventSchema = z.object({
  object: z.object({
    open_id: z.string().regex(platformId),
    status: z
      .object({
        is_resigned: z.boolean().catch(false),
        is_frozen: z.boolean().catch(false),
        is_exited: z.boolean().catch(false),
      })
      .partial()
      .optional()
      .catch(undefined),
  }),
});

/** Somebody who left, from `contact.user.deleted_v3`, or from `updated_v3` when it says resigned, frozen or exited (fact sheet §1.8, §4.11); undefined when they stay. */
export function normaliseDeparture({ header, event }: Envelope): IncomingDeparture | undefined {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) throw new Refusal(400, 'malformed contact event');
  const { open_id, status } = parsed.data.object;
  const deleted = header.event_type === 'contact.user.deleted_v3';
  const left = deleted || status?.is_resigned || status?.is_frozen || status?.is_exited;
  return left ? { kind: 'departure', event: header.event_id, person: open_id } : undefined;
}
