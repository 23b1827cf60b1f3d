import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encrypt, sealEvent, signHeaders } from '#src/webhook/door/sign.ts';
import { encryptKey, type FrontDoor, openFrontDoor } from './front-door.ts';
import { clickEvent, messageEvent } from './platform-events.ts';

let door: FrontDoor;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  door = await openFrontDoor();
});
afterAll(async () => {
  await door.close();
  process.off('unhandledRejection', note);
});

const refusals = [400, 401, 413, 415];

async function expectNoEffect() {
  await door.webhook.idle();
  expect(door.messages).toEqual([]);
  expect(door.clicks).toEqual([]);
  expect(await door.inboxSize()).toBe(0);
  expect(unhandled).toEqual([]);
}

const genuine = fc.constantFrom(messageEvent({ id: 'om_fuzz' }), clickEvent());

describe('whatever is sent', () => {
  it('unsigned, it has no effect', async () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.base64String().map((encrypt) => JSON.stringify({ encrypt })),
    );
    const headers = fc.dictionary(
      fc.constantFrom('x-lark-signature', 'x-lark-request-timestamp', 'x-lark-request-nonce'),
      fc.stringMatching(/^[\x20-\x7e]{0,64}$/),
    );
    await fc.assert(
      fc.asyncProperty(body, headers, async (text, extra) => {
        const { status } = await door.post(text, { 'content-type': 'application/json', ...extra });
        expect(refusals).toContain(status);
      }),
      { numRuns: 200 },
    );
    await expectNoEffect();
  });

  it('genuine but with one bit of the body turned, it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(genuine, fc.nat(), fc.nat({ max: 7 }), async (envelope, place, bit) => {
        const sealed = sealEvent({ encryptKey, body: envelope, nowMs: Date.now() });
        const bytes = Buffer.from(sealed.body);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect((await door.post(bytes, sealed.headers)).status).toBe(401);
      }),
      { numRuns: 200 },
    );
    await expectNoEffect();
  });

  it('genuine but with a header changed, it is refused', async () => {
    const names = ['x-lark-signature', 'x-lark-request-timestamp', 'x-lark-request-nonce'] as const;
    await fc.assert(
      fc.asyncProperty(
        genuine,
        fc.constantFrom(...names),
        fc.stringMatching(/^[\x21-\x7e]{0,80}$/),
        async (envelope, name, value) => {
          const sealed = sealEvent({ encryptKey, body: envelope, nowMs: Date.now() });
          fc.pre(sealed.headers[name] !== value);
          expect((await door.post(sealed.body, { ...sealed.headers, [name]: value })).status).toBe(401);
        },
      ),
      { numRuns: 200 },
    );
    await expectNoEffect();
  });

  it('even under our own key, odd JSON is answered and never breaks the door', async () => {
    const odd = fc.record({
      schema: fc.constantFrom('2.0', '1.0', null),
      header: fc.record({
        event_id: fc.string(),
        event_type: fc.constantFrom('im.message.receive_v1', 'card.action.trigger', '__proto__'),
        token: fc.constantFrom('vt', 'x'),
        app_id: fc.string(),
        tenant_key: fc.string({ minLength: 1 }),
      }),
      event: fc.oneof(
        fc.jsonValue(),
        fc.record({ sender: fc.jsonValue(), message: fc.jsonValue() }),
        fc.record({ operator: fc.jsonValue(), action: fc.jsonValue(), context: fc.jsonValue() }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(odd, fc.jsonValue()), async (envelope) => {
        const body = JSON.stringify({ encrypt: encrypt(encryptKey, JSON.stringify(envelope)) });
        const { status } = await door.post(body, signHeaders({ encryptKey, body, nowMs: Date.now() }));
        expect([200, 400, 401]).toContain(status);
      }),
      { numRuns: 300 },
    );
    await expectNoEffect();
  });
});
