import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { people, startEmulator } from './fixture.ts';
import { sampleCards } from './sample-cards.ts';

type Started = Awaited<ReturnType<typeof startEmulator>>;
let started: Started;

beforeEach(async () => {
  started = await startEmulator();
});
afterEach(() => started.stop());

const text = JSON.stringify({ text: '你好' });
const ranking = JSON.stringify(sampleCards[0]?.card);

/** The platform's answer, whether the SDK returned or threw it. */
async function answerOf(
  call: Promise<unknown>,
): Promise<{ code: number; msg: string; data: Record<string, string> }> {
  return (await call.catch((error: { response?: { data: unknown } }) => error.response?.data)) as never;
}

function send(
  to: string,
  message: { content?: string; type?: string; uuid?: string } = {},
  idType: 'open_id' | 'chat_id' = 'open_id',
) {
  const { content = text, type = 'text', uuid } = message;
  const data = { receive_id: to, msg_type: type, content, ...(uuid ? { uuid } : {}) };
  return answerOf(started.client.im.v1.message.create({ params: { receive_id_type: idType }, data }));
}

function update(messageId: string, content: string) {
  return answerOf(started.client.im.v1.message.patch({ path: { message_id: messageId }, data: { content } }));
}

describe('sending', () => {
  test('a message to a person lands in their private chat', async () => {
    const { code, data } = await send('ou_cadre');
    expect(code).toBe(0);
    expect(data.chat_id).toBe('oc_p2p_ou_cadre');
    expect(started.emulator.messagesOf('oc_p2p_ou_cadre')).toMatchObject([
      { from: 'bot', body: { kind: 'text', text: '你好' } },
    ]);
  });

  test.each([
    ['a malformed id', 'cadre', 230034],
    ['an id of the wrong kind', 'oc_all', 230034],
    ['a person out of range', 'ou_stranger', 230013],
    ['a person who has left', 'ou_gone', 230029],
  ])('%s is refused', async (_what, openId, code) => {
    expect((await send(openId)).code).toBe(code);
  });

  test('a chat without the bot is refused, until it is let in again', async () => {
    expect((await send('oc_nowhere', {}, 'chat_id')).code).toBe(230002);
    started.emulator.faults.throwBotOut('oc_all');
    expect((await send('oc_all', {}, 'chat_id')).code).toBe(230002);
    started.emulator.faults.letBotIn('oc_all');
    expect((await send('oc_all', {}, 'chat_id')).code).toBe(0);
  });

  test.each([
    ['content that is no JSON', { content: '你好' }, 230001],
    ['content without text', { content: '{}' }, 230001],
    ['text over 150 KB', { content: JSON.stringify({ text: '长'.repeat(52_000) }) }, 230025],
    [
      'a card over 30 KB',
      {
        type: 'interactive',
        content: JSON.stringify({
          schema: '2.0',
          body: { elements: [{ tag: 'markdown', content: '长'.repeat(11_000) }] },
        }),
      },
      230025,
    ],
    [
      'a bad card',
      { type: 'interactive', content: '{"schema":"2.0","body":{"elements":[{"tag":"note"}]}}' },
      230099,
    ],
    ['a uuid over 50 characters', { uuid: 'u'.repeat(51) }, 230001],
  ])('%s is refused', async (_what, message, code) => {
    expect((await send('ou_cadre', message)).code).toBe(code);
    expect(started.emulator.messagesOf('oc_p2p_ou_cadre')).toEqual([]);
  });

  test('a bad card says why, as the platform does', async () => {
    const content = '{"schema":"2.0","body":{"elements":[{"tag":"note"}]}}';
    const { msg } = await send('ou_cadre', { type: 'interactive', content });
    expect(msg).toMatch(/ext=ErrCode: 200861; ErrMsg: .+; ErrorValue: /);
  });

  test('one uuid makes one message, and repeats are on record', async () => {
    const first = await send('ou_cadre', { uuid: 'once' });
    const second = await send('ou_cadre', { uuid: 'once' });
    expect(second.data.message_id).toBe(first.data.message_id);
    expect(started.emulator.messagesOf('oc_p2p_ou_cadre')).toHaveLength(1);
    expect(started.emulator.calls().filter(({ repeated }) => repeated)).toHaveLength(1);
  });
});

describe('replying and updating', () => {
  test('a reply lands in the chat of the message', async () => {
    const { messageId } = await started.emulator.says('ou_cadre', 'oc_all', '@机器人 排名');
    const reply = started.client.im.v1.message.reply({
      path: { message_id: messageId },
      data: { msg_type: 'interactive', content: ranking },
    });
    expect((await answerOf(reply)).data.chat_id).toBe('oc_all');
    expect(started.emulator.messagesOf('oc_all')[1]).toMatchObject({
      replyTo: messageId,
      body: { kind: 'interactive' },
    });
  });

  test('an update replaces the card for everyone and keeps the earlier one', async () => {
    const { data } = await send('ou_cadre', { type: 'interactive', content: ranking });
    const form = JSON.stringify(sampleCards[2]?.card);
    expect((await update(String(data.message_id), form)).code).toBe(0);
    const [message] = started.emulator.messagesOf('oc_p2p_ou_cadre');
    expect(message?.body).toEqual({ kind: 'interactive', card: sampleCards[2]?.card });
    expect(message?.earlier).toHaveLength(1);
  });

  test('only own messages, within 14 days, 5 times a second', async () => {
    const { messageId } = await started.emulator.says('ou_cadre', 'private', '你好');
    expect((await update(messageId, ranking)).code).toBe(230027);
    expect((await update('om_none', ranking)).code).toBe(230011);
    const id = String((await send('ou_cadre', { type: 'interactive', content: ranking })).data.message_id);
    const codes = (await Promise.all(Array.from({ length: 6 }, () => update(id, ranking)))).map(
      ({ code }) => code,
    );
    expect(codes.filter((code) => code === 230020)).toHaveLength(1);
    started.clock.moveTo('2026-11-21T09:00:00+08:00');
    expect((await update(id, ranking)).code).toBe(230031);
  });

  test('a card without update_multi cannot be updated', async () => {
    const { data } = await send('ou_cadre', { type: 'interactive', content: ranking });
    const { msg } = await update(String(data.message_id), '{"schema":"2.0","body":{"elements":[]}}');
    expect(msg).toContain('ErrCode: 300302');
  });
});

describe('limits', () => {
  test('the sixth message a second to one chat gets 230020', async () => {
    const codes = (await Promise.all(Array.from({ length: 6 }, () => send('ou_cadre')))).map(
      ({ code }) => code,
    );
    expect(codes.sort()).toEqual([0, 0, 0, 0, 0, 230020]);
  });

  test('beyond the app limit the gateway answers 429 with the seconds to wait', async () => {
    await started.stop();
    started = await startEmulator({ limits: { perAppPerSecond: 1 } });
    await send('ou_cadre');
    const again = started.client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: 'ou_head', msg_type: 'text', content: text },
    });
    const refused = await again.catch((error) => error.response);
    expect(refused).toMatchObject({
      status: 429,
      data: { code: 99991400 },
      headers: { 'x-ogw-ratelimit-reset': '1' },
    });
  });
});

describe('tokens', () => {
  const call = (authorization?: string) =>
    fetch(`${started.url}/open-apis/bot/v3/info`, authorization ? { headers: { authorization } } : {}).then(
      (response) => response.json(),
    );

  test('missing, malformed, unknown and revoked tokens are told apart', async () => {
    expect(await call()).toMatchObject({ code: 99991661 });
    expect(await call('Bearer x')).toMatchObject({ code: 99991671 });
    expect(await call('Bearer t-00')).toMatchObject({ code: 99991663 });
    expect((await send('ou_cadre')).code).toBe(0);
    started.emulator.faults.revokeTokens();
    expect((await send('ou_cadre')).code).toBe(99991663);
  });

  test('a wrong secret gets no token', async () => {
    const body = JSON.stringify({ app_id: 'cli_0123456789abcdef', app_secret: 'guess' });
    const response = await fetch(`${started.url}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await response.json()).toMatchObject({ code: 10014 });
    expect(JSON.stringify(started.emulator.calls())).not.toContain('guess');
  });
});

describe('people and bot', () => {
  test('the bot knows itself', async () => {
    const answer = await started.client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
    expect(answer).toMatchObject({ code: 0, bot: { open_id: 'ou_bot', app_name: '强引擎' } });
  });

  test('people are found by mobile; those not found have no id', async () => {
    const answer = await answerOf(
      started.client.contact.v3.user.batchGetId({
        params: { user_id_type: 'open_id' },
        data: { mobiles: ['13800000001', '13900000000'] },
      }),
    );
    expect(answer.data.user_list).toEqual([
      { user_id: 'ou_cadre', mobile: '13800000001' },
      { mobile: '13900000000' },
    ]);
  });

  test.each([
    ['ou_cadre', { code: 0, data: { user: { status: { is_resigned: false } } } }],
    ['ou_gone', { code: 0, data: { user: { status: { is_resigned: true } } } }],
    ['ou_boss', { code: 41050 }],
    ['ou_stranger', { code: 41050 }],
  ])('the directory tells who is there: %s', async (openId, expected) => {
    const answer = await answerOf(
      started.client.contact.v3.user.get({ path: { user_id: openId }, params: { user_id_type: 'open_id' } }),
    );
    expect(answer).toMatchObject(expected);
  });

  test('a chat keeps its last messages only', async () => {
    await started.stop();
    started = await startEmulator({ limits: { messagesPerChat: 3, perChatPerSecond: 50 } });
    for (const person of [...people, ...people].slice(0, 5))
      await started.emulator.says('ou_cadre', 'private', person.name);
    expect(
      started.emulator.messagesOf('oc_p2p_ou_cadre').map(({ body }) => body.kind === 'text' && body.text),
    ).toEqual(['陈志远', '赵离', '孙老板']);
  });
});
