import { z } from 'zod';
import { platformId } from '../../shared/ids.ts';
import type { Envelope } from '../door/open-envelope.ts';
import { Refusal } from '../door/refusal.ts';
import type { IncomingMessage } from './incoming.ts';
import { mentionsOf, startsWithSlash } from './mentions.ts';
import { messageFile } from './message-file.ts';
import { messageText } from './message-text.ts';

const senderSchema = z.object({ sender: z.object({ sender_type: z.string() }) });

const eventSchema = z.object({
  sender: z.object({
    sender_id: z.object({ open_id: z.string().regex(platformId) }),
    // Unknown counts as another tenant's: an outsider has fewer rights.
    tenant_key: z.string().max(128).catch(''),
  }),
  message: z.object({
    message_id: z.string().regex(platformId),
    chat_id: z.string().regex(platformId),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    create_time: z.string().optional().catch(undefined),
    mentions: z.array(z.unknown()).catch([]),
  }),
});

/** Epoch ms of a platform time that pages give in ms and, some, in µs (fact sheet §1.5): told by its magnitude. */
function epochMsOf(time: string | undefined, fallback: number): number {
  if (time === undefined || !/^\d{1,16}$/.test(time)) return fallback;
  return time.length === 16 ? Math.floor(Number(time) / 1000) : Number(time);
}

function isAddressed(message: IncomingMessage, botOpenId: string | undefined): boolean {
  if (startsWithSlash(message.text)) return true;
  if (message.mentions.some((mention) => mention.open_id === botOpenId)) return true;
  // Until the platform has told us our own id, a bot that is mentioned may be us: have it repeated instead of losing or keeping it.
  if (botOpenId === undefined && message.mentions.some((mention) => mention.bot)) {
    throw new Refusal(503, 'own open_id not known yet');
  }
  return false;
}

/**
 * A message event (fact sheet §1.7) as the product wants it; undefined when it is not for the bot (domain §9): written by a bot, or in a
 * group without mention and slash. A picture or file sent in private has the text ''. Throws a Refusal when malformed.
 */
export function normaliseMessage(
  { header, event }: Envelope,
  bot: { openId: string | undefined; machineMs: number },
): IncomingMessage | undefined {
  const sender = senderSchema.safeParse(event);
  if (sender.success && sender.data.sender.sender_type !== 'user') return undefined;
  const parsed = eventSchema.safeParse(event);
  if (!sender.success || !parsed.success) throw new Refusal(400, 'malformed message event');
  const { sender: person, message } = parsed.data;
  // Whatever is not surely private is treated as read by others.
  const type = message.chat_type === 'p2p' ? 'private' : 'group';
  const file = type === 'private' ? messageFile(message.message_type, message.content) : undefined;
  const normalised: IncomingMessage = {
    kind: 'message',
    message: message.message_id,
    sender: { open_id: person.sender_id.open_id, tenant: person.tenant_key },
    chat: { id: message.chat_id, type },
    text: messageText(message.message_type, message.content) ?? '',
    ...(file ? { file } : {}),
    mentions: mentionsOf(message.mentions),
    tenant: header.tenant_key,
    created_ms: epochMsOf(message.create_time, bot.machineMs),
  };
  if (type === 'private' || isAddressed(normalised, bot.openId)) return normalised;
  return undefined;
}
