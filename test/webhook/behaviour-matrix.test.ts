import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { encrypt, sealEvent } from '#src/webhook/door/sign.ts';
import { encryptKey, openFrontDoor } from './front-door.ts';
import { messageEvent } from './platform-events.ts';
import { json, watchDoor } from './watched-door.ts';

const { door, signedPost, expectRefused } = watchDoor();

describe('the webhook (measurements §1.3, own target)', () => {
  it('accepts a valid message and hands it on', async () => {
    expect(await door().send(messageEvent())).toEqual({ status: 200, text: '{}' });
    await door().webhook.idle();
    expect(door().messages).toHaveLength(1);
    expect(door().logLines).toEqual([]);
  });

  it('accepts bytes that differ from what JSON.stringify would write', async () => {
    const blob = encrypt(encryptKey, JSON.stringify(messageEvent()));
    expect((await signedPost(`{ "encrypt" : "${blob.replaceAll('/', '\\/')}" }\n`)).status).toBe(200);
    await door().webhook.idle();
    expect(door().messages).toHaveLength(1);
  });

  it('refuses a wrong signature', async () => {
    const sealed = sealEvent({ encryptKey: 'another key', body: messageEvent(), nowMs: Date.now() });
    await expectRefused(door().post(sealed.body, sealed.headers), 401);
  });

  it('refuses a message without signature headers', async () => {
    const { body } = sealEvent({ encryptKey, body: messageEvent(), nowMs: Date.now() });
    await expectRefused(door().post(body, json), 401);
  });

  it('refuses a wrong verification token', async () => {
    await expectRefused(door().send(messageEvent({ header: { token: 'wrong' } })), 401);
  });

  it("refuses another app's event", async () => {
    await expectRefused(door().send(messageEvent({ header: { app_id: 'cli_other' } })), 401);
  });

  it('refuses a day-old timestamp', async () => {
    await expectRefused(door().send(messageEvent(), Date.now() - 86_400_000), 401);
  });

  it('refuses a timestamp from the future', async () => {
    await expectRefused(door().send(messageEvent(), Date.now() + 600_000), 401);
  });

  it('accepts a repeat that is 7 hours old', async () => {
    expect((await door().send(messageEvent(), Date.now() - 7 * 3_600_000)).status).toBe(200);
  });

  it('handles the same request sent twice once', async () => {
    const sealed = sealEvent({ encryptKey, body: messageEvent(), nowMs: Date.now() });
    const answers = await Promise.all([1, 2, 3].map(() => door().post(sealed.body, sealed.headers)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    await door().webhook.idle();
    expect(door().messages).toHaveLength(1);
  });

  it('tells repeats by message_id though the event_id differs', async () => {
    await door().send(messageEvent({ id: 'om_same', header: { event_id: 'first' } }));
    await door().send(messageEvent({ id: 'om_same', header: { event_id: 'second' } }));
    await door().webhook.idle();
    expect(door().messages).toHaveLength(1);
  });

  it('refuses malformed JSON: 401 unsigned, 400 signed', async () => {
    await expectRefused(door().post('{"encrypt":', json), 401);
    door().logLines.length = 0;
    await expectRefused(signedPost('{"encrypt":'), 400);
  });

  it('refuses an unencrypted event: 401 unsigned, 400 signed', async () => {
    const plain = JSON.stringify(messageEvent());
    await expectRefused(door().post(plain, json), 401);
    door().logLines.length = 0;
    await expectRefused(signedPost(plain), 400);
  });

  it('refuses what does not decrypt: 401 unsigned, 400 signed', async () => {
    await expectRefused(door().post('{"encrypt":"AAAA"}', json), 401);
    door().logLines.length = 0;
    await expectRefused(signedPost('{"encrypt":"AAAA"}'), 400);
  });

  it.each(['{"headers":null}', '{"__proto__":{"encrypt":"AAAA"}}', 'null', '[]', '1', '""', ''])(
    'refuses the outer body %j: 401 unsigned, 400 signed',
    async (body) => {
      await expectRefused(door().post(body, json), 401);
      door().logLines.length = 0;
      await expectRefused(signedPost(body), 400);
    },
  );

  it('answers a valid event of another type with 200 and keeps nothing', async () => {
    const before = await door().inboxSize();
    const event = messageEvent({ header: { event_type: 'im.chat.disbanded_v1' } });
    expect(await door().send(event)).toEqual({ status: 200, text: '{}' });
    expect(await door().inboxSize()).toBe(before);
    expect(door().logLines).toEqual([]);
  });

  it.each(['toString', '__proto__', 'constructor'])('takes %j for an event of another type', async (name) => {
    expect(await door().send(messageEvent({ header: { event_type: name } }))).toEqual({
      status: 200,
      text: '{}',
    });
  });

  it('refuses other methods, types and encodings', async () => {
    await expectRefused(door().post('', {}, 'GET'), 405);
    door().logLines.length = 0;
    await expectRefused(door().post('{}', { 'content-type': 'text/plain' }), 415);
    door().logLines.length = 0;
    await expectRefused(door().post('{}', { ...json, 'content-encoding': 'gzip' }), 415);
  });
});

describe('the body limit', () => {
  it('refuses 5 MB announced, signed or not', async () => {
    await expectRefused(door().post(Buffer.alloc(5_000_000, 32), json), 413);
    door().logLines.length = 0;
    await expectRefused(signedPost(JSON.stringify({ encrypt: 'A'.repeat(5_000_000) })), 413);
  });

  it('refuses 5 MB that come unannounced', async () => {
    const request = door().post(Buffer.alloc(5_000_000, 32), {
      ...json,
      'transfer-encoding': 'chunked',
    });
    await expectRefused(request, 413);
  });

  it('accepts a genuine event of 600 kB', async () => {
    expect((await door().send(messageEvent({ text: '甲'.repeat(200_000) }))).status).toBe(200);
    await door().webhook.idle();
    expect(door().messages[0]?.text).toHaveLength(200_000);
  });

  it('gives up on a body that does not arrive in time', async () => {
    const hasty = await openFrontDoor({ timings: { bodyMs: 100 } });
    const socket = net.connect(hasty.port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );
    const text = await new Promise<string>((resolve) => {
      let got = '';
      socket.on('data', (chunk) => {
        got += chunk;
      });
      socket.on('close', () => resolve(got));
    });
    expect(text).toContain('HTTP/1.1 408');
    expect(hasty.logLines).toHaveLength(1);
    await hasty.close();
  });

  it('survives a sender who breaks off', async () => {
    const socket = net.connect(door().port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.destroy();
    await expect.poll(() => door().logLines.length).toBe(1);
    expect(JSON.parse(door().logLines[0] ?? '')).toMatchObject({ reason: 'body broken off' });
  });
});
