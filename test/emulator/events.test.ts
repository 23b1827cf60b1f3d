import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectedSignature } from './decrypt-body.ts';
import { credentials, startEmulator } from './fixture.ts';
import { sampleCards } from './sample-cards.ts';

type Started = Awaited<ReturnType<typeof startEmulator>>;
let started: Started;

beforeEach(async () => {
  started = await startEmulator({ limits: { answerMs: 200 } });
});
afterEach(() => started.stop());

const lastEvent = () => started.bot.events.at(-1);

test('events are encrypted, and signed over the body as sent', async () => {
  await started.emulator.says('ou_cadre', 'private', '你好');
  const { headers, body } = started.bot.raw[0] ?? { headers: {}, body: '' };
  expect(body).not.toContain('你好');
  const timestamp = String(headers['x-lark-request-timestamp']);
  const nonce = String(headers['x-lark-request-nonce']);
  expect(headers['x-lark-signature']).toBe(
    expectedSignature(credentials.encryptKey, { timestamp, nonce, body }),
  );
});

test('a private message has the platform’s shape', async () => {
  const { messageId } = await started.emulator.says('ou_cadre', 'private', '你好');
  expect(lastEvent()).toMatchObject({
    schema: '2.0',
    header: {
      event_type: 'im.message.receive_v1',
      token: 'emulated-token',
      app_id: credentials.appId,
      tenant_key: 'tk_district',
    },
    event: {
      sender: { sender_id: { open_id: 'ou_cadre' }, sender_type: 'user', tenant_key: 'tk_district' },
      message: {
        message_id: messageId,
        chat_id: 'oc_p2p_ou_cadre',
        chat_type: 'p2p',
        message_type: 'text',
        content: '{"text":"你好"}',
      },
    },
  });
  expect(lastEvent()?.event.message).not.toHaveProperty('mentions');
});

test('people and the bot are mentioned by key, each person with one', async () => {
  await started.emulator.says('ou_cadre', 'oc_all', '@强引擎 请 @王建国 看，@王建国 和 @所有人');
  const message = lastEvent()?.event.message as { content: string; mentions: object[] };
  expect(JSON.parse(message.content).text).toBe('@_user_1 请 @_user_2 看，@_user_2 和 @_all');
  expect(message.mentions).toMatchObject([
    { key: '@_user_1', id: { open_id: 'ou_bot' }, mentioned_type: 'bot', name: '强引擎' },
    { key: '@_user_2', id: { open_id: 'ou_head' }, mentioned_type: 'user', name: '王建国' },
  ]);
});

test('several lines are a post', async () => {
  await started.emulator.says('ou_cadre', 'oc_all', '@强引擎 上报\n固投 12.3亿');
  const message = lastEvent()?.event.message as { content: string; message_type: string };
  expect(message.message_type).toBe('post');
  expect(JSON.parse(message.content).content).toMatchObject([
    [
      { tag: 'at', user_id: '@_user_1' },
      { tag: 'text', text: ' 上报' },
    ],
    [{ tag: 'text', text: '固投 12.3亿' }],
  ]);
});

test('nobody speaks in a chat they are not in', async () => {
  await expect(started.emulator.says('ou_cadre', 'oc_leaders', '你好')).rejects.toThrow(RangeError);
  await expect(started.emulator.says('ou_boss', 'oc_all', '你好')).rejects.toThrow(RangeError);
});

describe('a press', () => {
  let messageId: string;

  beforeEach(async () => {
    const content = JSON.stringify(sampleCards[1]?.card);
    const data = { receive_id: 'oc_all', msg_type: 'interactive', content };
    const sent = await started.client.im.v1.message.create({ params: { receive_id_type: 'chat_id' }, data });
    messageId = sent.data?.message_id ?? '';
  });

  const press = () =>
    started.emulator.clicks('ou_cadre', messageId, { tag: 'button', value: { action: 'x' } });

  test('arrives with operator, context and value', async () => {
    await press();
    expect(lastEvent()).toMatchObject({
      header: { event_type: 'card.action.trigger' },
      event: {
        operator: { open_id: 'ou_cadre', tenant_key: 'tk_district' },
        token: expect.stringMatching(/^c-/),
        action: { tag: 'button', value: { action: 'x' } },
        host: 'im_message',
        context: { open_message_id: messageId, open_chat_id: 'oc_all' },
      },
    });
  });

  test('shows the toast and replaces the card for everyone', async () => {
    const card = sampleCards[0]?.card;
    started.bot.answer = () => ({
      body: { toast: { type: 'success', content: '好' }, card: { type: 'raw', data: card } },
    });
    expect(await press()).toMatchObject({ toast: { type: 'success', content: '好' }, replaced: true });
    expect(started.emulator.messagesOf('oc_all')[0]?.body).toEqual({ kind: 'interactive', card });
  });

  test.each([
    ['no answer in time', 200341, () => ({ afterMs: 400 })],
    ['a status that is not 200', 200671, () => ({ status: 500 })],
    ['an answer of the wrong shape', 200672, () => ({ body: { card: { schema: '2.0' } } })],
    [
      'a bad card',
      200673,
      () => ({
        body: { card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'note' }] } } } },
      }),
    ],
    ['a 1.0 card', 200830, () => ({ body: { card: { type: 'raw', data: { elements: [] } } } })],
  ])('%s is error %i, and the card stays', async (_what, code, answer) => {
    started.bot.answer = answer;
    expect(await press()).toMatchObject({ replaced: false, error: { code } });
    expect(started.emulator.messagesOf('oc_all')[0]?.earlier).toEqual([]);
  });

  test('is delivered once even when it failed', async () => {
    started.bot.answer = () => ({ status: 500 });
    await press();
    expect(started.bot.events).toHaveLength(1);
  });

  test('on a card older than 14 days does nothing', async () => {
    started.clock.moveTo('2026-11-21T10:00:00+08:00');
    expect((await press()).error?.message).toContain('14 天');
    expect(started.bot.events).toHaveLength(0);
  });
});

test('a webhook that is not there is error 200342', async () => {
  const content = JSON.stringify(sampleCards[1]?.card);
  const sent = await started.client.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: 'ou_cadre', msg_type: 'interactive', content },
  });
  await started.bot.close();
  const result = await started.emulator.clicks('ou_cadre', sent.data?.message_id ?? '', { tag: 'button' });
  expect(result.error?.code).toBe(200342);
});
