import { z } from 'zod';
import { platformFileKey, platformId } from '../../shared/ids.ts';

const id = z.string().regex(platformId);

const person = z.object({ open_id: id, tenant: z.string() });

export const incomingMessageSchema = z.object({
  kind: z.literal('message'),
  /** The platform's message id: also the dedupe key. */
  message: id,
  sender: person,
  chat: z.object({ id, type: z.enum(['private', 'group']) }),
  /** Text of a text or post message; a mention is its key, e.g. `@_user_1`. */
  text: z.string(),
  /** The file or picture it holds; only in private, where no other is meant. */
  file: z
    .object({ type: z.enum(['file', 'image']), key: z.string().regex(platformFileKey), name: z.string() })
    .optional(),
  mentions: z.array(z.object({ key: z.string(), open_id: z.string(), name: z.string(), bot: z.boolean() })),
  /** The tenant in which the app is installed, to tell outsiders. */
  tenant: z.string(),
  created_ms: z.number().int(),
});

/** A message said to the bot, normalised. */
export type IncomingMessage = z.infer<typeof incomingMessageSchema>;

export const incomingClickSchema = z.object({
  kind: z.literal('click'),
  /** The event id: also the dedupe key. */
  event: z.string(),
  operator: person,
  message: id,
  chat: id,
  tenant: z.string(),
  /** The button's payload, `{}` when it has none. */
  value: z.record(z.string(), z.unknown()),
  /** Name → value of the form that was submitted, or undefined. */
  form: z.record(z.string(), z.unknown()).optional(),
  /** What a stand-alone select, picker or input says. */
  option: z.string().optional(),
});

/** A press on a card, normalised. */
export type IncomingClick = z.infer<typeof incomingClickSchema>;

/** Somebody who left the tenant: their access ends at once (domain §8). */
export interface IncomingDeparture {
  readonly kind: 'departure';
  readonly event: string;
  readonly person: string;
}
