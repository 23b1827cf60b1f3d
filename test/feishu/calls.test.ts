import { afterEach, describe, expect, it } from 'vitest';
import { card, delivered, type FakePlatform, json, openFakePlatform } from './fake-platform.ts';

let platform: FakePlatform;
afterEach(() => platform.close());

describe('sending', () => {
  it('goes to a chat or a person, with the idempotency key', async () => {
    platform = await openFakePlatform();
    const { feishu, seen } = platform;
    expect(await feishu.send({ chat: 'oc_1' }, card, 'u-1')).toEqual({ messageId: 'om_new', chatId: 'oc_1' });
    await feishu.send({ person: 'ou_a' }, { kind: 'text', content: '{"text":"x"}' }, 'u-2');
    expect(seen).toMatchObject([
      {
        method: 'POST',
        path: '/open-apis/im/v1/messages?receive_id_type=chat_id',
        token: 't-secret-1',
        body: { receive_id: 'oc_1', msg_type: 'interactive', content: card.content, uuid: 'u-1' },
      },
      {
        path: '/open-apis/im/v1/messages?receive_id_type=open_id',
        body: { receive_id: 'ou_a', msg_type: 'text', uuid: 'u-2' },
      },
    ]);
  });

  it('answers a message, and updates a card', async () => {
    platform = await openFakePlatform();
    const { feishu, seen } = platform;
    await feishu.reply('om_1', card, 'u-1');
    await feishu.update('om_2', card.content);
    expect(seen).toMatchObject([
      {
        method: 'POST',
        path: '/open-apis/im/v1/messages/om_1/reply',
        body: { uuid: 'u-1', msg_type: 'interactive' },
      },
      { method: 'PATCH', path: '/open-apis/im/v1/messages/om_2', body: { content: card.content } },
    ]);
  });

  it.each(['', '../../auth', 'om_1/../x', 'om_1?x=1', 'OM_1', `om_${'a'.repeat(65)}`])(
    'sends nothing when the id is %j',
    async (id) => {
      platform = await openFakePlatform();
      const { feishu, seen } = platform;
      const refused = { name: 'PlatformError', kind: 'refused' };
      await expect(feishu.reply(id, card, 'u')).rejects.toMatchObject(refused);
      await expect(feishu.update(id, card.content)).rejects.toMatchObject(refused);
      await expect(feishu.send({ chat: id }, card, 'u')).rejects.toMatchObject(refused);
      await expect(feishu.hasLeft(id)).rejects.toMatchObject(refused);
      expect(seen).toEqual([]);
      expect(platform.tokens()).toBe(0);
    },
  );

  it.each(['', 'u'.repeat(51)])('sends nothing with the idempotency key %j', async (uuid) => {
    platform = await openFakePlatform();
    await expect(platform.feishu.send({ chat: 'oc_1' }, card, uuid)).rejects.toMatchObject({
      kind: 'refused',
    });
    expect(platform.seen).toEqual([]);
  });
});

describe('the bot', () => {
  it('knows its own id and name', async () => {
    platform = await openFakePlatform({
      answer: (_, res) => json(res, { code: 0, msg: 'ok', bot: { open_id: 'ou_bot', app_name: '强引擎' } }),
    });
    expect(await platform.feishu.botInfo()).toEqual({ openId: 'ou_bot', name: '强引擎' });
    expect(platform.seen).toMatchObject([
      { method: 'GET', path: '/open-apis/bot/v3/info', token: 't-secret-1' },
    ]);
  });
});

describe('the directory', () => {
  it('finds people by mobile and e-mail, 50 at a time, and leaves out who is not there', async () => {
    platform = await openFakePlatform({
      answer: ({ body }, res) => {
        const { mobiles, emails } = body as { mobiles: string[]; emails: string[] };
        const user_list = [
          ...mobiles.map((mobile) => ({
            mobile,
            ...(mobile.endsWith('7') ? {} : { user_id: `ou_${mobile}` }),
          })),
          ...emails.map((email) => ({ email, user_id: 'ou_mail' })),
        ];
        json(res, { code: 0, data: { user_list } });
      },
    });
    const mobiles = Array.from({ length: 120 }, (_, n) => String(13_800_000_000 + n));
    const found = await platform.feishu.findPeople({ mobiles, emails: ['a@example.com'] });
    expect(platform.seen.map(({ body }) => (body as { mobiles: string[] }).mobiles.length)).toEqual([
      50, 50, 20,
    ]);
    expect(platform.seen[0]?.path).toBe('/open-apis/contact/v3/users/batch_get_id?user_id_type=open_id');
    expect(found).toHaveLength(108 + 1);
    expect(found).toContainEqual({ openId: 'ou_13800000119', contact: '13800000119' });
    expect(found).toContainEqual({ openId: 'ou_mail', contact: 'a@example.com' });
  });

  it('is not asked for nobody', async () => {
    platform = await openFakePlatform();
    expect(await platform.feishu.findPeople({ mobiles: [], emails: [] })).toEqual([]);
    expect(platform.seen).toEqual([]);
  });

  it.each([
    [{ is_resigned: true }, true],
    [{ is_exited: true }, true],
    [{ is_frozen: true }, true],
    [{ is_resigned: false, is_exited: false, is_frozen: false, is_activated: true }, false],
    [undefined, false],
  ])('tells by the status %j whether a person has left: %s', async (status, left) => {
    platform = await openFakePlatform({
      answer: (_, res) => json(res, { code: 0, data: { user: { open_id: 'ou_a', status } } }),
    });
    expect(await platform.feishu.hasLeft('ou_a')).toBe(left);
    expect(platform.seen[0]?.path).toBe('/open-apis/contact/v3/users/ou_a?user_id_type=open_id');
    expect(platform.logLines.length > 0).toBe(status === undefined);
  });

  it('takes who cannot be seen for gone, and says so in the log', async () => {
    platform = await openFakePlatform({
      answer: (_, res) => json(res, { code: 41050, msg: 'no authority' }, 400),
    });
    expect(await platform.feishu.hasLeft('ou_a')).toBe(true);
    expect(platform.logLines.join('')).toContain('not visible');
  });

  it('does not take an unanswered question for an answer', async () => {
    platform = await openFakePlatform({
      answer: (_, res) => json(res, { code: 99991672, msg: 'scope' }, 400),
    });
    await expect(platform.feishu.hasLeft('ou_a')).rejects.toMatchObject({ kind: 'refused', code: 99991672 });
  });
});

describe('two clients', () => {
  it('of the same app at different addresses share no token', async () => {
    platform = await openFakePlatform();
    const other = await openFakePlatform({
      token: (_, res) => json(res, { code: 0, tenant_access_token: 't-other', expire: 7200 }),
      answer: (_, res) => json(res, delivered),
    });
    await platform.feishu.send({ chat: 'oc_1' }, card, 'u');
    await other.feishu.send({ chat: 'oc_1' }, card, 'u');
    expect(platform.seen[0]?.token).toBe('t-secret-1');
    expect(other.seen[0]?.token).toBe('t-other');
    await other.close();
  });
});
