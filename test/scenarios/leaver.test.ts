import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueReply } from '#src/reply/queue-reply.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

const leaver = 'ou_demo_C060';
const colleague = 'ou_demo_C028';
const morning = '2026-11-09T08:00:00+08:00';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

test('a notice held back overnight is not sent to a person who has left by morning', async () => {
  const notices = [leaver, colleague].map((person) => ({
    to: { person },
    message: { text: '企业诉求进展' },
  }));
  const { store, clock } = demo;
  const input = { at: clock.now(), vault: createMemoryVault(), quiet: () => morning };
  await store.write({ at: clock.now(), who: 'system', what: 'test' }, (tx) =>
    queueReply(tx, { ...input, reply: { notices } }),
  );
  await store.write({ at: clock.now(), who: 'system', what: 'person.left' }, (tx) =>
    tx.delete('bindings', leaver),
  );
  clock.moveTo(morning);
  await demo.chat.as(colleague).sees('企业诉求进展');
  await demo.product.idle();
  await demo.chat.as(leaver).seesNothing(50);
  const docs = await store.read((tx) => tx.find('outbox', { index: 'state', key: 'dropped' }));
  expect(docs).toMatchObject([
    { reader: leaver, content: null, message: null, reason: '收件人已不再绑定，没有发送' },
  ]);
});

test('somebody who was never bound is still answered', async () => {
  await demo.store.write({ at: demo.clock.now(), who: 'system', what: 'person.left' }, (tx) =>
    tx.delete('bindings', leaver),
  );
  await demo.chat.as(leaver).says('/我的').sees('还没有绑定身份');
});
