import { randomBytes, randomUUID } from 'node:crypto';
import { sealEvent } from '#src/webhook/door/sign.ts';
import { keys, tenant } from './keys.ts';

/** An event as the platform posts it: encrypted and signed, never the same twice. */
export interface Letter {
  /** What its answer quotes: the message_id of a message, of the card for a press. */
  readonly message: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Somebody and their chat with the bot. */
export interface Seat {
  readonly person: string;
  readonly chat: string;
}

function sealed(message: string, type: string, event: object): Letter {
  const nowMs = Date.now();
  const header = {
    event_id: randomUUID().replaceAll('-', ''),
    event_type: type,
    create_time: String(nowMs * (type === 'card.action.trigger' ? 1000 : 1)),
    token: keys.verificationToken,
    app_id: keys.appId,
    tenant_key: tenant,
  };
  const body = { schema: '2.0', header, event };
  return { message, ...sealEvent({ encryptKey: keys.encryptKey, body, nowMs }) };
}

const unionId = (person: string) => person.replace(/^ou_/, 'on_');

/** `im.message.receive_v1` (fact sheet §1.7): said in private. */
export function messageLetter({ person, chat }: Seat, text: string): Letter {
  const message = `om_${randomBytes(16).toString('hex')}`;
  const created = String(Date.now());
  return sealed(message, 'im.message.receive_v1', {
    sender: {
      sender_id: { open_id: person, union_id: unionId(person), user_id: null },
      sender_type: 'user',
      tenant_key: tenant,
    },
    message: {
      message_id: message,
      create_time: created,
      update_time: created,
      chat_id: chat,
      chat_type: 'p2p',
      message_type: 'text',
      content: JSON.stringify({ text }),
    },
  });
}

/** `card.action.trigger` (fact sheet §2.1): a press on a button of the card that was sent as `message`. */
export function clickLetter({ person, chat }: Seat, message: string, value: object): Letter {
  return sealed(message, 'card.action.trigger', {
    operator: { tenant_key: tenant, open_id: person, union_id: unionId(person) },
    token: `c-${randomBytes(16).toString('hex')}`,
    action: { tag: 'button', value },
    host: 'im_message',
    context: { open_message_id: message, open_chat_id: chat },
  });
}
