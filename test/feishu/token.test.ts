import { afterEach, describe, expect, it } from 'vitest';
import { createTenantToken } from '#src/feishu/tenant-token.ts';
import { card, delivered, type FakePlatform, json, openFakePlatform } from './fake-platform.ts';

let platform: FakePlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

describe('the tenant token', () => {
  it('is fetched once for 100 first calls at once', async () => {
    platform = await openFakePlatform();
    const { feishu, seen } = platform;
    await Promise.all(Array.from({ length: 100 }, (_, n) => feishu.send({ chat: 'oc_1' }, card, `u${n}`)));
    expect(platform.tokens()).toBe(1);
    expect(new Set(seen.map(({ token }) => token))).toEqual(new Set(['t-secret-1']));
  });

  it('that was revoked is replaced once, and every waiting call succeeds', async () => {
    platform = await openFakePlatform({
      answer: ({ token }, res) =>
        token === 't-secret-1' ? json(res, { code: 99991663, msg: 'invalid' }, 400) : json(res, delivered),
    });
    const { feishu } = platform;
    await Promise.all(Array.from({ length: 100 }, (_, n) => feishu.send({ chat: 'oc_1' }, card, `u${n}`)));
    expect(platform.tokens()).toBe(2);
    await feishu.send({ chat: 'oc_1' }, card, 'after');
    expect(platform.tokens()).toBe(2);
    expect(platform.seen.at(-1)?.token).toBe('t-secret-2');
  });

  it.each([99991661, 99991663, 99991671])(
    'that stays no good (%i) ends the call after one repeat',
    async (code) => {
      platform = await openFakePlatform({ answer: (_, res) => json(res, { code, msg: 'invalid' }, 400) });
      const sending = platform.feishu.send({ chat: 'oc_1' }, card, 'u1');
      await expect(sending).rejects.toMatchObject({ kind: 'retry', code });
      expect(platform.seen).toHaveLength(2);
      expect(platform.tokens()).toBe(2);
    },
  );

  it.each([
    [10014, 'refused'],
    [99991400, 'limited'],
    [5000, 'retry'],
  ])('that is denied with %i makes the call %s, which is not sent', async (code, kind) => {
    platform = await openFakePlatform({ token: (_, res) => json(res, { code, msg: 'no' }) });
    await expect(platform.feishu.send({ chat: 'oc_1' }, card, 'u1')).rejects.toMatchObject({ kind, code });
    expect(platform.seen).toEqual([]);
  });

  it.each(['<html>', '{"code":0}', '{"code":0,"tenant_access_token":"","expire":1}'])(
    'that does not come (%s) makes the call one to retry',
    async (body) => {
      platform = await openFakePlatform({ token: (_, res) => void res.end(body) });
      await expect(platform.feishu.send({ chat: 'oc_1' }, card, 'u1')).rejects.toMatchObject({
        kind: 'retry',
      });
    },
  );
});

describe('its keeper', () => {
  function keeper(expire = 7200) {
    let now = 0;
    let issued = 0;
    let failing = false;
    const token = createTenantToken(
      async () => {
        if (failing) throw new Error('down');
        issued += 1;
        return { token: `t${issued}`, expire };
      },
      () => now,
    );
    return {
      token,
      issued: () => issued,
      at: (seconds: number) => {
        now = seconds * 1000;
      },
      fail: (fails: boolean) => {
        failing = fails;
      },
    };
  }

  it('renews behind the callers when a tenth is left', async () => {
    const { token, issued, at } = keeper();
    expect(await token.get()).toBe('t1');
    at(6479);
    expect(await token.get()).toBe('t1');
    expect(issued()).toBe(1);
    at(6481);
    expect(await token.get()).toBe('t1');
    await expect.poll(issued).toBe(2);
    expect(await token.get()).toBe('t2');
  });

  it('goes on with the old token while renewing fails, trying every 5 s, until it has ended', async () => {
    const { token, at, fail } = keeper();
    await token.get();
    fail(true);
    for (const seconds of [6500, 6501, 7100]) {
      at(seconds);
      expect(await token.get()).toBe('t1');
    }
    at(7200);
    await expect(token.get()).rejects.toThrow('down');
    fail(false);
    expect(await token.get()).toBe('t2');
  });

  it('keeps a token of a short life for nine tenths of it', async () => {
    const { token, issued, at } = keeper(10);
    await token.get();
    at(8);
    await token.get();
    expect(issued()).toBe(1);
    at(10);
    expect(await token.get()).toBe('t2');
  });

  it('forgets only the token that was found bad', async () => {
    const { token, issued } = keeper();
    await token.get();
    token.drop('t0');
    expect(await token.get()).toBe('t1');
    token.drop('t1');
    expect(await token.get()).toBe('t2');
    expect(issued()).toBe(2);
  });

  it('does not keep a failure', async () => {
    const { token, fail } = keeper();
    fail(true);
    await expect(token.get()).rejects.toThrow('down');
    fail(false);
    expect(await token.get()).toBe('t1');
  });
});
