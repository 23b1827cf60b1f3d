import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmulator } from './fixture.ts';

let started: Awaited<ReturnType<typeof startEmulator>>;
let port: number;

beforeAll(async () => {
  started = await startEmulator();
  port = Number(new URL(started.url).port);
});
afterAll(() => started.stop());

function ask(
  headers: Record<string, string>,
  path = '/api/start',
): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, headers }, (res) => {
      res.resume();
      resolve({ status: res.statusCode ?? 0, headers: res.headers });
    });
    req.on('error', reject).end();
  });
}

test.each([
  ['its own address', () => ({ host: `127.0.0.1:${port}` }), 200],
  ['its own name', () => ({ host: `localhost:${port}`, origin: `http://localhost:${port}` }), 200],
  ['a foreign host (DNS rebinding)', () => ({ host: `evil.example:${port}` }), 403],
  ['another port', () => ({ host: '127.0.0.1:80' }), 403],
  ['a foreign origin', () => ({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' }), 403],
  ['the null origin', () => ({ host: `127.0.0.1:${port}`, origin: 'null' }), 403],
  [
    'localhost asked by the other name',
    () => ({ host: `127.0.0.1:${port}`, origin: `http://localhost:${port}` }),
    403,
  ],
])('a request with %s gets %i', async (_what, headers, status) => {
  expect((await ask(headers())).status).toBe(status);
});

test('the Open API is guarded too', async () => {
  expect((await ask({ host: 'evil.example' }, '/open-apis/bot/v3/info')).status).toBe(403);
});

test('the page may load only what this server sends', async () => {
  const { headers } = await ask({ host: `127.0.0.1:${port}` }, '/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:/);
});

test('a bad request of the page is told in a sentence, not a stack', async () => {
  const body = JSON.stringify({ openId: 'ou_boss', chatId: 'oc_all', text: '你好' });
  const response = await fetch(`${started.url}/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ message: 'ou_boss 不在会话 oc_all 里' });
});
