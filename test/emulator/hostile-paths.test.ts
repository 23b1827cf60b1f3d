import http from 'node:http';
import { expect, it, vi } from 'vitest';
import { httpKinds } from '../fuzz/http-kinds.ts';
import { Chance } from '../support/crash-random.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

const places = [
  '',
  '/api/rooms',
  '/api/people',
  '/api/say',
  '/api/click',
  '/api/clock',
  '/open-apis/im/v1/messages',
];
const escapes = [
  '/..%2f..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/..%5cserver.ts',
  '/page-files.ts',
];
const pages = httpKinds.find(({ name }) => name === 'page');

interface Got {
  readonly status: number;
  readonly text: string;
}

function get(
  port: number,
  { method, path, body }: { method: string; path: string; body: string },
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', reject).end(body);
  });
}

it('no path and no body makes the local Feishu fail, tell where it lives, or hand out a file that is no page', {
  timeout: 120_000,
}, async () => {
  const printed = vi.spyOn(console, 'error');
  const demo = await startTestDemonstration();
  const port = Number(new URL(demo.url).port);
  const target = { port, buttons: [], accepted: [] };
  const bodies = ['', '{"a":', '{"__proto__":{}}', 'null', '[]', '{"openId":{"toString":1},"text":["x"]}'];
  const shots = Array.from({ length: 150 }, (_, index) => {
    const chance = new Chance(index);
    const { method = 'GET', path = '/' } = pages?.make(chance, target) ?? {};
    const odd = chance.strikes(0.4) ? (chance.one(escapes) ?? '') : path;
    return { method, path: `${chance.one(places)}${odd}`, body: chance.one(bodies) ?? '' };
  });
  for (const shot of shots.filter(({ path }) => path !== '/api/feed')) {
    const { status, text } = await get(port, shot);
    expect([shot, status < 500]).toEqual([shot, true]);
    expect(text).not.toMatch(/"dependencies"|root:x:|\bat \S+ \(|node_modules|import .* from '/);
  }
  expect((await get(port, { method: 'GET', path: '/', body: '' })).status).toBe(200);
  expect(printed).not.toHaveBeenCalled();
  await demo.stop();
});
