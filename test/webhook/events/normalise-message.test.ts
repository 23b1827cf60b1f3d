import { describe, expect, it } from 'vitest';
import { openEnvelope } from '#src/webhook/door/open-envelope.ts';
import { incomingMessageSchema } from '#src/webhook/events/incoming.ts';
import { normaliseMessage } from '#src/webhook/events/normalise-message.ts';
import { token } from '../front-door.ts';
import { botMention, messageEvent } from '../platform-events.ts';

const bot = { openId: 'ou_bot', machineMs: 5 };

function normalised(said: Parameters<typeof messageEvent>[0], as: { openId: string | undefined } = bot) {
  const message = normaliseMessage(openEnvelope(messageEvent(said), { verificationToken: token }), {
    ...bot,
    ...as,
  });
  if (message) expect(incomingMessageSchema.parse(message)).toEqual(message);
  return message;
}

const group = { chatType: 'group' };

describe('a message', () => {
  it('said in private is taken whatever it says', () => {
    expect(normalised({ text: '固投 10月 12.35亿', id: 'om_1' })).toEqual({
      kind: 'message',
      message: 'om_1',
      sender: { open_id: 'ou_a', tenant: 'tkA' },
      chat: { id: 'oc_1', type: 'private' },
      text: '固投 10月 12.35亿',
      mentions: [],
      tenant: 'tkA',
      created_ms: 1770000000000,
    });
  });

  it('in a group is taken when it mentions the bot, and keeps the key', () => {
    const message = normalised({ ...group, text: '@_user_1 /rank  week', mentions: [botMention] });
    expect(message?.text).toBe('@_user_1 /rank  week');
    expect(message?.chat.type).toBe('group');
    expect(message?.mentions).toEqual([{ key: '@_user_1', open_id: 'ou_bot', name: '强引擎', bot: true }]);
  });

  it.each(['/help', '／排名', ' \u3000\u00a0/help', '@_user_2 /help', '@_all\u200b／help'])(
    'in a group is taken when it starts with a slash: %j',
    (text) => {
      expect(normalised({ ...group, text })?.text).toBe(text);
    },
  );

  it.each(['help', '下午/晚上开会', '@_user_2 你好', '@_all 大家好 /help', ''])(
    'in a group is ignored when it neither mentions the bot nor starts with a slash: %j',
    (text) => {
      const other = { ...botMention, key: '@_user_2', id: { open_id: 'ou_other' }, mentioned_type: 'user' };
      expect(normalised({ ...group, text, mentions: [other] })).toBeUndefined();
    },
  );

  it.each(['bot', 'app', 'anonymous'])('by a sender of type %s is ignored', (sender_type) => {
    expect(normalised({ sender: { sender_type, sender_id: null } })).toBeUndefined();
  });

  it('that mentions some bot while the own id is unknown is to be repeated', () => {
    const said = { ...group, text: '@_user_1 hi', mentions: [botMention] };
    expect(() => normalised(said, { openId: undefined })).toThrow('503');
    expect(normalised({ ...group, text: 'hi' }, { openId: undefined })).toBeUndefined();
    expect(normalised({ ...group, text: '/hi' }, { openId: undefined })?.text).toBe('/hi');
  });

  it('from a chat of an unknown type counts as read by others', () => {
    expect(normalised({ chatType: 'topic', text: '/help' })?.chat.type).toBe('group');
  });

  it('from a sender without tenant is an outsider', () => {
    expect(normalised({ sender: { tenant_key: undefined } })?.sender.tenant).toBe('');
  });

  it.each(['image', 'file', 'sticker', 'audio', 'interactive', 'merge_forward'])(
    'of type %s has no words: taken in private, ignored in a group',
    (type) => {
      const content = '{"image_key":"img_1"}';
      expect(normalised({ type, content })?.text).toBe('');
      expect(normalised({ ...group, type, content })).toBeUndefined();
    },
  );

  it.each(['', '{', 'null', '[]', '{"text":1}', '"text"'])('with the content %j has no words', (content) => {
    expect(normalised({ content })?.text).toBe('');
    expect(normalised({ content, type: 'post' })?.text).toBe('');
  });
});

describe('a post', () => {
  it('is flattened: title first, a line a paragraph, mentions as keys', () => {
    const content = {
      title: '/上报',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '强引擎' },
          { tag: 'text', text: ' 固投 ', style: ['bold'] },
          { tag: 'a', text: '12.35亿', href: 'https://example.com' },
        ],
        [{ tag: 'img', image_key: 'img_1' }, { tag: 'emotion', emoji_type: 'SMILE' }, { tag: 'hr' }],
        [{ tag: 'code_block', language: 'GO', text: 'a\nb' }],
      ],
    };
    const message = normalised({ type: 'post', content: JSON.stringify(content) });
    expect(message?.text).toBe('/上报\n@_user_1 固投 12.35亿\n\na\nb');
  });

  it('without a title begins with its first paragraph', () => {
    const content = JSON.stringify({ title: '', content: [[{ tag: 'text', text: '/help' }]] });
    expect(normalised({ ...group, type: 'post', content })?.text).toBe('/help');
  });
});

describe('mentions', () => {
  it('of everybody and of unknown shape are left out or have no id', () => {
    const mentions = [
      { key: '@_user_1', name: 'x', id: null },
      { key: '(.*)+$', id: { open_id: 'ou_x' }, name: 'pattern' },
      'text',
      null,
      { key: '@_user_2', id: { open_id: '../x' }, name: 7 },
    ];
    expect(normalised({ mentions })?.mentions).toEqual([
      { key: '@_user_1', open_id: '', name: 'x', bot: false },
      { key: '@_user_2', open_id: '', name: '', bot: false },
    ]);
    expect(normalised({ mentions: { length: 3 } })?.mentions).toEqual([]);
  });
});
