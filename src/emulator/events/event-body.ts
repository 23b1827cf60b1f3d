import { randomUUID } from 'node:crypto';
import { epochMs } from '../../shared/time.ts';
import type { Credentials } from '../emulator.ts';
import type { Room } from '../state/chat-book.ts';
import type { EmulatedMessage } from '../state/message.ts';
import type { EmulatedPerson } from '../state/roster.ts';
import type { Press } from './press.ts';
import { type Mention, mentionsIn, type Part, postContent, textContent } from './speech.ts';

/** An event with its id, ready to be sealed. */
export interface PlatformEvent {
  readonly id: string;
  readonly type: string;
  readonly body: object;
}

function envelope(credentials: Credentials, type: string, event: object): PlatformEvent {
  const id = randomUUID().replaceAll('-', '');
  const callback = type === 'card.action.trigger';
  const header = {
    event_id: id,
    event_type: type,
    // The platform counts callbacks in microseconds, events in milliseconds (fact sheet §1.5).
    create_time: String(Date.now() * (callback ? 1000 : 1)),
    token: credentials.verificationToken,
    app_id: credentials.appId,
    tenant_key: credentials.tenant,
  };
  return { id, type, body: { schema: '2.0', header, event } };
}

/** The platform's other id of the same person. */
function unionId(openId: string): string {
  return openId.replace(/^ou_/, 'on_');
}

function mentionEntry({ key, openId, name, bot }: Mention, tenant: string): object {
  const id = { open_id: openId, union_id: unionId(openId), user_id: null };
  return { key, id, mentioned_type: bot ? 'bot' : 'user', name, tenant_key: tenant };
}

function contentOf(body: EmulatedMessage['body'], parts: readonly Part[]): string {
  if (body.kind === 'file') return JSON.stringify({ file_key: body.key, file_name: body.name });
  return body.kind === 'post' ? postContent(parts) : textContent(parts);
}

/** `im.message.receive_v1` (fact sheet §1.7). */
export function messageEvent(
  credentials: Credentials,
  said: { message: EmulatedMessage; parts: readonly Part[]; speaker: EmulatedPerson; room: Room },
): PlatformEvent {
  const { message, parts, speaker, room } = said;
  const mentions = mentionsIn(parts).map((mention) => mentionEntry(mention, credentials.tenant));
  const created = String(epochMs(message.at));
  return envelope(credentials, 'im.message.receive_v1', {
    sender: {
      sender_id: { open_id: speaker.openId, union_id: unionId(speaker.openId), user_id: null },
      sender_type: 'user',
      tenant_key: speaker.tenant ?? credentials.tenant,
    },
    message: {
      message_id: message.id,
      ...(message.replyTo ? { root_id: message.replyTo, parent_id: message.replyTo } : {}),
      create_time: created,
      update_time: created,
      chat_id: room.id,
      chat_type: room.type === 'private' ? 'p2p' : 'group',
      message_type: message.body.kind,
      content: contentOf(message.body, parts),
      ...(mentions.length > 0 ? { mentions } : {}),
    },
  });
}

/** `card.action.trigger` (fact sheet §2.1). */
export function clickEvent(
  credentials: Credentials,
  click: { message: EmulatedMessage; operator: EmulatedPerson; press: Press; token: string },
): PlatformEvent {
  const { message, operator, press, token } = click;
  return envelope(credentials, 'card.action.trigger', {
    operator: {
      tenant_key: operator.tenant ?? credentials.tenant,
      open_id: operator.openId,
      union_id: unionId(operator.openId),
    },
    token,
    action: press,
    host: 'im_message',
    context: { open_message_id: message.id, open_chat_id: message.chatId },
  });
}
