import { describe, expect, it } from 'vitest';
import { encrypt } from '#src/webhook/door/sign.ts';
import { encryptKey, token } from '../front-door.ts';
import { messageEvent } from '../platform-events.ts';
import { json, watchDoor } from '../watched-door.ts';

const { door, signedPost, expectRefused } = watchDoor();

describe('the challenge', () => {
  const challenge = { challenge: 'abc-123', token, type: 'url_verification' };

  it('is answered unsigned when it decrypts and its token is ours', async () => {
    const body = JSON.stringify({ encrypt: encrypt(encryptKey, JSON.stringify(challenge)) });
    expect(await door().post(body, json)).toEqual({ status: 200, text: '{"challenge":"abc-123"}' });
  });

  it('is answered signed as well', async () => {
    expect(await door().send(challenge)).toEqual({ status: 200, text: '{"challenge":"abc-123"}' });
  });

  it('is refused in plain text', async () => {
    await expectRefused(door().post(JSON.stringify(challenge), json), 401);
  });

  it('is refused with a wrong token', async () => {
    const wrong = JSON.stringify({ ...challenge, token: 'wrong' });
    await expectRefused(door().post(JSON.stringify({ encrypt: encrypt(encryptKey, wrong) }), json), 401);
  });

  it('is refused under another key', async () => {
    const body = JSON.stringify({ encrypt: encrypt('another key', JSON.stringify(challenge)) });
    await expectRefused(door().post(body, json), 401);
  });

  it('cannot make us decrypt much', async () => {
    const padded = JSON.stringify({ ...challenge, more: ' '.repeat(10_000) });
    await expectRefused(door().post(JSON.stringify({ encrypt: encrypt(encryptKey, padded) }), json), 401);
  });
});

describe('hostile decrypted JSON', () => {
  it.each([
    ['headers instead of header', '{"headers":null}'],
    ['no object', 'null'],
    ['a version 1 envelope', '{"uuid":"u","token":"vt","type":"event_callback","event":{}}'],
    ['an event that is a list', '{"schema":"2.0","header":{},"event":[]}'],
    ['broken JSON', '{"schema":'],
  ])('is refused: %s', async (_, text) => {
    await expectRefused(door().send(text), 400);
  });

  it('is refused when it is not UTF-8', async () => {
    const text = Buffer.from(JSON.stringify(messageEvent({ text: 'XX' })));
    text[text.indexOf('XX')] = 0xff;
    const { createCipheriv } = await import('node:crypto');
    const { aesKeyOf } = await import('#src/webhook/door/decrypt.ts');
    const iv = Buffer.alloc(16);
    const cipher = createCipheriv('aes-256-cbc', aesKeyOf(encryptKey), iv);
    const blob = Buffer.concat([iv, cipher.update(text), cipher.final()]).toString('base64');
    await expectRefused(signedPost(JSON.stringify({ encrypt: blob })), 400);
  });

  it.each([
    ['message id', { id: 'om_1/../../x' }],
    ['chat id', { chat: 'oc_1?x=1' }],
    ['sender id', { sender: { sender_id: { open_id: 'ou a' } } }],
    ['null sender id', { sender: { sender_id: null } }],
    ['content that is no text', { content: { text: 'x' } }],
    ['empty tenant', { header: { tenant_key: '' } }],
  ])('is refused: %s', async (_, said) => {
    await expectRefused(door().send(messageEvent(said)), 400);
  });

  it('with duplicate keys has one reading: the last', async () => {
    const text = JSON.stringify(messageEvent({ id: 'om_last' })).replace(
      '"message_id"',
      '"message_id":"om_first","message_id"',
    );
    expect((await door().send(text)).status).toBe(200);
    await door().webhook.idle();
    expect(door().messages.map(({ message }) => message)).toEqual(['om_last']);
  });

  it('with prototype keys changes no prototype', async () => {
    const text = JSON.stringify(messageEvent()).replace(
      '"event":{',
      '"__proto__":{"polluted":1},"event":{"__proto__":{"polluted":1},',
    );
    expect((await door().send(text)).status).toBe(200);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    await door().webhook.idle();
    expect(Reflect.get(door().messages[0] ?? {}, 'polluted')).toBeUndefined();
  });
});
