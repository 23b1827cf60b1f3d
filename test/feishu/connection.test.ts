import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createFeishu } from '#src/feishu/create-feishu.ts';
import { createExchange } from '#src/feishu/exchange.ts';
import { PlatformError } from '#src/feishu/feishu.ts';
import { sdkLog } from '#src/feishu/sdk-log.ts';
import { silentLog } from '#src/shared/log.ts';
import { card, delivered, type FakePlatform, json, openFakePlatform, secret } from './fake-platform.ts';

let platform: FakePlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

const chat = { chat: 'oc_1' };

describe('connections', () => {
  it('are kept and used again', async () => {
    platform = await openFakePlatform();
    for (let n = 0; n < 20; n += 1) await platform.feishu.send(chat, card, `u${n}`);
    expect(platform.connections()).toBe(1);
  });

  it('are at most 50, however many calls wait', async () => {
    platform = await openFakePlatform({ answer: (_, res) => void setTimeout(() => json(res, delivered), 5) });
    const { feishu } = platform;
    await Promise.all(Array.from({ length: 300 }, (_, n) => feishu.send(chat, card, `u${n}`)));
    expect(platform.seen).toHaveLength(300);
    expect(platform.connections()).toBeLessThanOrEqual(51);
  });

  it('that the server has dropped meanwhile are replaced without anybody noticing', async () => {
    let calls = 0;
    platform = await openFakePlatform({
      answer: (_, res, req) => {
        calls += 1;
        if (calls === 2) req.socket.destroy();
        else json(res, delivered);
      },
    });
    await platform.feishu.send(chat, card, 'u1');
    await platform.feishu.send(chat, card, 'u2');
    expect(platform.seen.map(({ body }) => body.uuid)).toEqual(['u1', 'u2', 'u2']);
  });
});

describe('a call', () => {
  it('that is never answered ends after the timeout, outcome unknown', async () => {
    platform = await openFakePlatform({ answer: () => {}, timeoutMs: 600 });
    const start = performance.now();
    await expect(platform.feishu.send(chat, card, 'u1')).rejects.toMatchObject({ kind: 'unknown', code: 0 });
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('whose answer stops half-way ends after the timeout', async () => {
    platform = await openFakePlatform({ answer: (_, res) => void res.write('{"code":'), timeoutMs: 600 });
    await expect(platform.feishu.send(chat, card, 'u1')).rejects.toMatchObject({ kind: 'unknown', code: 0 });
  });

  it('whose answer is cut off is of unknown outcome', async () => {
    platform = await openFakePlatform({
      answer: (_, res) => {
        res.writeHead(200, { 'content-length': 1000 }).write('{"code":0');
        setTimeout(() => res.destroy(), 20);
      },
    });
    await expect(platform.feishu.send(chat, card, 'u1')).rejects.toMatchObject({ kind: 'unknown', code: 0 });
  });

  it('that is reset again and again is of unknown outcome', async () => {
    platform = await openFakePlatform({ answer: (_, __, req) => void req.socket.destroy() });
    await expect(platform.feishu.send(chat, card, 'u1')).rejects.toMatchObject({ kind: 'unknown', code: 0 });
    expect(platform.seen.length).toBeLessThanOrEqual(2);
  });

  it('whose answer is larger than 4 MB is cut off', async () => {
    platform = await openFakePlatform({ answer: (_, res) => void res.end(Buffer.alloc(6_000_000, 32)) });
    await expect(platform.feishu.send(chat, card, 'u1')).rejects.toMatchObject({
      kind: 'unknown',
      code: 413,
    });
  });

  it('that meets an HTML 502 is of unknown outcome', async () => {
    platform = await openFakePlatform({ answer: (_, res) => void res.writeHead(502).end('<html>') });
    await expect(platform.feishu.send(chat, card, 'u1')).rejects.toMatchObject({
      kind: 'unknown',
      code: 502,
    });
  });

  it('whose token request hangs is one to retry, since it was not sent', async () => {
    platform = await openFakePlatform({ token: () => {}, timeoutMs: 600 });
    await expect(platform.feishu.send(chat, card, 'u1')).rejects.toMatchObject({ kind: 'retry', code: 0 });
    expect(platform.seen).toEqual([]);
  });

  it('to a port where nobody listens is one to retry', async () => {
    const free = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const baseUrl = `http://127.0.0.1:${port}/`;
    const feishu = createFeishu({ appId: 'cli_1', appSecret: secret, baseUrl, log: silentLog });
    await expect(feishu.botInfo()).rejects.toMatchObject({ kind: 'retry', code: 0 });
    feishu.close();
  });

  it('goes below the path of an address that has one, as of a gateway, for all kinds of calls', async () => {
    const paths: string[] = [];
    const server = http
      .createServer((req, res) => {
        paths.push(req.url ?? '');
        req.resume();
        res.end(JSON.stringify({ code: 0, tenant_access_token: 't', expire: 7200, data: { file_key: 'f' } }));
      })
      .listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway`;
    const feishu = createFeishu({ appId: 'cli_1', appSecret: secret, baseUrl, log: silentLog });
    await feishu.send(chat, card, 'u1').catch(() => undefined);
    await feishu.uploadFile({ name: 'a.xlsx', bytes: new Uint8Array([1]) });
    feishu.close();
    server.close();
    expect(paths.map((path) => path.replace(/\?.*/, ''))).toEqual([
      '/gateway/open-apis/auth/v3/tenant_access_token/internal',
      '/gateway/open-apis/im/v1/messages',
      '/gateway/open-apis/im/v1/files',
    ]);
  });

  it('whose TLS handshake does not end in time was not sent: one to retry', async () => {
    const mute = net.createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const url = new URL(`https://127.0.0.1:${(mute.address() as AddressInfo).port}/`);
    const exchange = createExchange(url, { connectMs: 100, totalMs: 5_000 });
    await expect(exchange.send({ method: 'GET', path: '/', headers: {} })).rejects.toMatchObject({
      kind: 'retry',
    });
    exchange.close();
    mute.close();
  });
});

describe('the log', () => {
  it('never holds the secret, a token or message text, whatever goes wrong', async () => {
    const answers = [
      { code: 230001, msg: 'param 机密内容 wrong' },
      { code: 99991663, msg: 'token t-secret-1 invalid' },
      { code: 230099, msg: 'ErrCode: 200621; ErrMsg: 机密内容' },
      'not json 机密内容',
    ];
    let next = 0;
    platform = await openFakePlatform({
      timeoutMs: 200,
      answer: ({ body }, res, req) => {
        const answer = answers[next++];
        if (answer === undefined && next % 2 === 0) req.socket.destroy();
        else if (answer !== undefined)
          res.writeHead(400).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
        else expect(body).toBeDefined();
      },
    });
    const { feishu, logLines } = platform;
    for (let n = 0; n < 8; n += 1) {
      await expect(feishu.send(chat, card, `u${n}`)).rejects.toThrow();
      await expect(feishu.botInfo()).rejects.toThrow();
    }
    const denied = await openFakePlatform({
      token: (_, res) => json(res, { code: 10014, msg: `bad ${secret}` }, 400),
    });
    await expect(denied.feishu.send(chat, card, 'u')).rejects.toThrow();
    const text = [...logLines, ...denied.logLines].join('');
    await denied.close();
    expect(text).toContain('platform call failed');
    for (const hidden of [secret, 't-secret', 'Bearer', '机密内容', 'u1']) expect(text).not.toContain(hidden);
  });

  it('takes none of the words of the SDK, which quote all of these', () => {
    const lines: string[] = [];
    const log = sdkLog(pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }));
    const quoting = {
      message: '机密内容',
      config: { headers: { Authorization: 'Bearer t-secret-1' }, data: secret },
    };
    for (const say of [log.error, log.warn, log.info, log.debug, log.trace]) {
      void say([[quoting, new PlatformError('refused', 230001, { message: 'x' })], '机密内容']);
      void say('机密内容');
    }
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain('230001');
    for (const hidden of [secret, 't-secret', 'Bearer', '机密内容'])
      expect(lines.join('')).not.toContain(hidden);
  });
});
