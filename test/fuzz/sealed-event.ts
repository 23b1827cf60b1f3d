import { sealEvent } from '#src/webhook/door/sign.ts';
import { testKeys } from '../support/crash-keys.ts';
import type { Chance } from '../support/crash-random.ts';
import type { Shot } from './fuzz-request.ts';

/** The tenant of the demonstration. */
const tenant = 'tk_demo';

/** The path that events come to. */
export const webhookPath = '/webhook/event';

let count = 0;

/** An id that no other request of this process has. */
function freshId(prefix: string): string {
  count += 1;
  return `${prefix}${process.pid}x${count}`;
}

/** An envelope as the platform makes it. */
export function envelope(type: string, event: unknown, header: object = {}) {
  return {
    schema: '2.0',
    header: {
      event_id: freshId('ev-fuzz-'),
      event_type: type,
      create_time: String(Date.now()),
      token: testKeys.verificationToken,
      app_id: testKeys.appId,
      tenant_key: tenant,
      ...header,
    },
    event,
  };
}

interface Said {
  readonly person: string;
  readonly chat: string;
  readonly text: string;
}

/** A message event. `message` replaces parts of the message, `sender` of its sender. */
export function messageEvent({ person, chat, text }: Said, message: object = {}, sender: object = {}) {
  return envelope('im.message.receive_v1', {
    sender: {
      sender_id: { open_id: person, union_id: person.replace('ou_', 'on_') },
      sender_type: 'user',
      tenant_key: tenant,
      ...sender,
    },
    message: {
      message_id: freshId('om_fuzz_'),
      create_time: String(Date.now()),
      chat_id: chat,
      chat_type: 'p2p',
      message_type: 'text',
      content: JSON.stringify({ text }),
      ...message,
    },
  });
}

/** A press on a card. */
export function clickEvent(
  click: { person: string; message: string; chat: string },
  action: object,
  operator: object = {},
) {
  return envelope('card.action.trigger', {
    operator: { tenant_key: tenant, open_id: click.person, ...operator },
    token: freshId('c-'),
    action: { tag: 'button', ...action },
    host: 'im_message',
    context: { open_message_id: click.message, open_chat_id: click.chat },
  });
}

/** A request with the platform's own signature over an event: only what is in it may be wrong. */
export function signed(body: unknown, allowed: readonly number[]): Shot {
  const sealed = sealEvent({ encryptKey: testKeys.encryptKey, body, nowMs: Date.now() });
  return { method: 'POST', path: webhookPath, ...sealed, allowed };
}

/** A harmless, genuine event of somebody without any right. */
export function genuineEvent(chance: Chance) {
  if (chance.strikes(0.5)) return messageEvent({ person: 'ou_fuzz', chat: 'oc_fuzz', text: '/help' });
  return clickEvent(
    { person: 'ou_fuzz', message: 'om_none', chat: 'oc_fuzz' },
    { value: { action: 'report.confirm' } },
  );
}
