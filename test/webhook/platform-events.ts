import { token } from './front-door.ts';

let count = 0;

function header(eventType: string, overrides: object = {}) {
  count += 1;
  return {
    event_id: `ev-${count}`,
    event_type: eventType,
    create_time: '1770000000000',
    token,
    app_id: 'cli_0123456789abcdef',
    tenant_key: 'tkA',
    ...overrides,
  };
}

interface Said {
  id?: string;
  chat?: string;
  chatType?: string;
  type?: string;
  content?: unknown;
  text?: string;
  mentions?: unknown;
  sender?: object;
  header?: object;
}

/** A message event as the fact sheet §1.7 describes it. */
export function messageEvent(said: Said = {}) {
  count += 1;
  return {
    schema: '2.0',
    header: header('im.message.receive_v1', said.header),
    event: {
      sender: {
        sender_id: { open_id: 'ou_a', union_id: 'on_a' },
        sender_type: 'user',
        tenant_key: 'tkA',
        ...said.sender,
      },
      message: {
        message_id: said.id ?? `om_${count}`,
        create_time: '1770000000000',
        chat_id: said.chat ?? 'oc_1',
        chat_type: said.chatType ?? 'p2p',
        message_type: said.type ?? 'text',
        content: said.content ?? JSON.stringify({ text: said.text ?? '/help' }),
        ...(said.mentions === undefined ? {} : { mentions: said.mentions }),
      },
    },
  };
}

/** The mention of the bot itself. */
export const botMention = {
  key: '@_user_1',
  id: { open_id: 'ou_bot' },
  mentioned_type: 'bot',
  name: '强引擎',
  tenant_key: 'tkA',
};

/** A card press as the fact sheet §2.1 describes it. */
export function clickEvent(action: unknown = { tag: 'button', value: { action: 'a' } }, event: object = {}) {
  return {
    schema: '2.0',
    header: header('card.action.trigger', { create_time: '1770000000000000' }),
    event: {
      operator: { tenant_key: 'tkA', open_id: 'ou_a', union_id: 'on_a' },
      token: 'c-1',
      action,
      host: 'im_message',
      context: { open_message_id: 'om_card', open_chat_id: 'oc_1' },
      ...event,
    },
  };
}
