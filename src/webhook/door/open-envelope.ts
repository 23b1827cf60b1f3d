import { z } from 'zod';
import { Refusal } from './refusal.ts';
import { sameSecret } from './verify-signature.ts';

/** What an envelope is checked against. */
export interface EnvelopeKeys {
  readonly verificationToken: string;
  readonly appId?: string;
}

const envelopeSchema = z.object({
  schema: z.literal('2.0'),
  header: z.object({
    event_id: z.string().regex(/^[A-Za-z0-9_:.-]{1,128}$/),
    event_type: z.string().max(128),
    token: z.string(),
    app_id: z.string(),
    // Never empty: an outsider is told by a tenant key that differs from this one.
    tenant_key: z.string().min(1).max(128),
  }),
  event: z.record(z.string(), z.unknown()),
});

/** An event whose sender is proven to be the platform; its `event` part is still unchecked. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** Checks the version 2.0 envelope (fact sheet §1.5): throws a Refusal 400 for its shape, 401 for token or app id. */
export function openEnvelope(decrypted: unknown, keys: EnvelopeKeys): Envelope {
  const parsed = envelopeSchema.safeParse(decrypted);
  if (!parsed.success) throw new Refusal(400, 'not a version 2.0 event');
  const { header } = parsed.data;
  if (!sameSecret(keys.verificationToken, header.token)) throw new Refusal(401, 'wrong verification token');
  if (keys.appId !== undefined && header.app_id !== keys.appId) throw new Refusal(401, 'another app');
  return parsed.data;
}
