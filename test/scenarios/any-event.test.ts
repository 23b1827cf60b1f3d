import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '#src/actions/index.ts';
import { commands } from '#src/commands/index.ts';
import { referenceOf } from '#src/shared/ids.ts';
import { sealEvent } from '#src/webhook/door/sign.ts';
import { testKeys } from '../support/demonstration.ts';
import { startOverheard } from '../support/overheard.ts';

let demo: Awaited<ReturnType<typeof startOverheard>>;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', note);
  demo = await startOverheard();
});
afterAll(() => process.off('unhandledRejection', note));

const people = fc.constantFrom('ou_demo_C045', 'ou_demo_C002', 'ou_demo_C056', 'ou_demo_E001', 'ou_nobody');
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const words = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
/** `/bind` with something behind it counts tries, which is an effect by design. */
const text = fc.oneof(
  anyText,
  fc.tuple(fc.constantFrom(...words), anyText).map(([word, rest]) => `/${word} ${rest}`),
  fc
    .tuple(fc.constantFrom(...words), fc.constantFrom('__proto__', '10月', '园区', 'E001', '1'.repeat(300)))
    .map(([word, rest]) => `/${word} ${rest}`),
);

let count = 0;
async function deliver(type: string, event: object) {
  count += 1;
  const header = {
    event_id: `ev-any-${count}`,
    event_type: type,
    create_time: '1',
    token: testKeys.verificationToken,
    app_id: testKeys.appId,
    tenant_key: 'tk_demo',
  };
  const body = { schema: '2.0', header, event };
  const sealed = sealEvent({ encryptKey: testKeys.encryptKey, body, nowMs: Date.now() });
  const answer = await fetch(`${demo.url}/webhook/event`, { method: 'POST', ...sealed });
  return { status: answer.status, body: (await answer.json()) as object };
}

describe('whatever arrives from the platform', () => {
  test('every message gets exactly one answer', async () => {
    const said: string[] = [];
    await fc.assert(
      fc.asyncProperty(people, text, async (open_id, typed) => {
        const message_id = `om_any_${said.length}`;
        said.push(message_id);
        const chat = { chat_id: `oc_any_${open_id.slice(3)}`, chat_type: 'p2p' };
        const content = JSON.stringify({ text: typed });
        const sender = { sender_id: { open_id }, sender_type: 'user', tenant_key: 'tk_demo' };
        const message = { message_id, ...chat, message_type: 'text', content };
        expect((await deliver('im.message.receive_v1', { sender, message })).status).toBe(200);
      }),
      { numRuns: 150 },
    );
    await demo.product.idle();
    const outbox = await demo.store.read((tx) => tx.all('outbox'));
    // The local Feishu does not know these messages, so their answers go to their chats without quoting them.
    const answered = outbox.filter(({ target }) => 'chat' in target && target.chat.startsWith('oc_any_'));
    // A brief is a card and a page, a sent workbook a card and its copy: of each kind one.
    const parts = answered.map(({ reference, kind }) => `${reference} ${kind}`);
    expect(new Set(parts).size).toBe(parts.length);
    const expected = said.map((id) => referenceOf(id)).sort();
    expect([...new Set(answered.map(({ reference }) => reference))].sort()).toEqual(expected);
  });

  test('every press on any of its cards is answered with words or a card', async () => {
    const chat = demo.emulator.privateChatOf('ou_demo_C045');
    await demo.chat.as('ou_demo_C045').says('/上报').sees('上报进度');
    await demo.product.idle();
    const [card] = demo.emulator.messagesOf(chat).slice(-1);
    const action = fc.oneof(fc.constantFrom(...actions.map(({ id }) => id)), fc.jsonValue());
    const value = fc.oneof(fc.jsonValue(), fc.record({ action }), fc.record({ say: fc.jsonValue() }));
    const form = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('unit', 'value', 'period'), fc.jsonValue()),
    );
    await fc.assert(
      fc.asyncProperty(people, value, form, async (open_id, pressed, form_value) => {
        const { status, body } = await deliver('card.action.trigger', {
          operator: { open_id, tenant_key: 'tk_demo' },
          context: { open_message_id: card?.id, open_chat_id: chat },
          action: { tag: 'button', value: pressed, form_value },
        });
        expect(status).toBe(200);
        expect(Object.keys(body)).toEqual(expect.arrayContaining(['toast']));
      }),
      { numRuns: 150 },
    );
  });

  test('and nothing of it was an error that nobody foresaw', async () => {
    const { log } = await demo.end();
    const errors = log
      .split('\n')
      .filter((line) => /"level":[56]0/.test(line) && !line.includes('"next":"park"'));
    expect(errors).toEqual([]);
    expect(unhandled).toEqual([]);
  });
});
