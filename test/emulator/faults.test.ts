import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmulator } from './fixture.ts';

type Started = Awaited<ReturnType<typeof startEmulator>>;
let started: Started;

beforeEach(async () => {
  started = await startEmulator({
    limits: { lateMs: 150, answerMs: 200, redeliverAfterMs: [20, 20, 20, 20] },
  });
});
afterEach(() => started.stop());

async function token(): Promise<string> {
  const body = JSON.stringify({ app_id: 'cli_0123456789abcdef', app_secret: 'emulated-secret' });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${started.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers,
    body,
  });
  return ((await response.json()) as { tenant_access_token: string }).tenant_access_token;
}

async function send(uuid: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token()}` };
  const body = JSON.stringify({ receive_id: 'ou_cadre', msg_type: 'text', content: '{"text":"好"}', uuid });
  return fetch(`${started.url}/open-apis/im/v1/messages?receive_id_type=open_id`, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(400),
  });
}

const sent = () => started.emulator.messagesOf('oc_p2p_ou_cadre').length;

test('429 comes with the seconds to wait, and only as often as asked', async () => {
  started.emulator.faults.inject({ on: 'send', kind: 'limited', times: 2, resetSeconds: 3 });
  for (const uuid of ['a', 'b']) {
    const response = await send(uuid);
    expect(response.status).toBe(429);
    expect(response.headers.get('x-ogw-ratelimit-reset')).toBe('3');
  }
  expect((await send('c')).status).toBe(200);
  expect(sent()).toBe(1);
});

test('500 is JSON, 502 is a page', async () => {
  started.emulator.faults.inject({ on: 'send', kind: '500' });
  started.emulator.faults.inject({ on: 'any', kind: '502' });
  expect(await (await send('a')).json()).toMatchObject({ code: 5000 });
  const gateway = await send('b');
  expect([gateway.status, await gateway.text()]).toEqual([502, expect.stringContaining('<html>')]);
  expect(sent()).toBe(0);
});

test.each([
  ['hang', 0],
  ['hang_after', 1],
  ['reset_before', 0],
  ['reset_after', 1],
] as const)(
  '%s gives no answer; the message was made %i times, and its uuid keeps it from a second',
  async (kind, made) => {
    started.emulator.faults.inject({ on: 'send', kind });
    await expect(send('a')).rejects.toThrow();
    expect(sent()).toBe(made);
    expect((await send('a')).status).toBe(200);
    expect(sent()).toBe(1);
  },
);

test('the token endpoint can be down', async () => {
  started.emulator.faults.inject({ on: 'token', kind: '500' });
  expect(await token()).toBeUndefined();
});

test('an event can come twice, with the same id', async () => {
  started.emulator.faults.inject({ on: 'event', kind: 'twice' });
  await started.emulator.says('ou_cadre', 'private', '你好');
  const ids = started.bot.events.map(({ header }) => header.event_id);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

test('an event can come late', async () => {
  started.emulator.faults.inject({ on: 'event', kind: 'late' });
  await started.emulator.says('ou_cadre', 'private', '你好');
  expect(started.bot.events).toHaveLength(0);
  await expect.poll(() => started.bot.events.length).toBe(1);
});

test('an event that got no 200 comes again, four times at most', async () => {
  started.bot.answer = () => ({ status: 503 });
  await started.emulator.says('ou_cadre', 'private', '你好');
  await expect.poll(() => started.bot.events.length, { timeout: 3000 }).toBe(5);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(new Set(started.bot.events.map(({ header }) => header.event_id)).size).toBe(1);
  expect(started.bot.events).toHaveLength(5);
});

test('a chat that threw the bot out is not heard', async () => {
  started.emulator.faults.throwBotOut('oc_all');
  await started.emulator.says('ou_cadre', 'oc_all', '@机器人 排名');
  expect(started.bot.events).toHaveLength(0);
});

test('clearing forgets what was to happen', async () => {
  started.emulator.faults.inject({ on: 'any', kind: '500', times: 3 });
  started.emulator.faults.clear();
  expect((await send('a')).status).toBe(200);
});
