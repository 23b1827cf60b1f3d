import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

const [officer, colleague, company] = ['ou_demo_C060', 'ou_demo_C028', 'ou_demo_E005'];

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());
afterEach(() => demo.emulator.faults.clear());

/** A company asks, and both officers have the card; resolves with the id of the officer's. */
async function shown(text: string): Promise<string> {
  const form = { category: '其他', urgency: 'urgent', text };
  await demo.chat.as(company).says('/诉求').fills(form).submits();
  await demo.chat.as(officer).sees(text);
  await demo.chat.as(colleague).sees(text);
  return demo.emulator.messagesOf(demo.emulator.privateChatOf(officer)).at(-1)?.id ?? '';
}

const parkedUpdates = async () => {
  await demo.product.idle();
  const docs = await demo.store.read((tx) => tx.find('outbox', { index: 'state', key: 'parked' }));
  return docs.filter(({ target }) => target.type === 'update');
};

test('the update of a card that was recalled is parked, and the administrator reads why', async () => {
  const id = await shown('厂区门口积水，请尽快疏通排水管。');
  demo.emulator.faults.recall(id);
  await demo.chat.as(colleague).presses('受理').sees('已受理');
  expect(await parkedUpdates()).toMatchObject([{ parked: { cause: 'refused', code: 230011 } }]);
  await demo.chat.as('ou_demo_C056').says('/滞留').sees('诉求卡片更新').sees('原卡片已撤回');
});

test('the update of a card that the platform takes for older than 14 days is parked; the presser’s own card changes', async () => {
  const before = (await parkedUpdates()).length;
  await shown('变压器容量不足，请协调增容。');
  demo.emulator.faults.inject({ on: 'update', kind: 'refused', code: 230031 });
  await demo.chat.as(colleague).presses('受理').sees('已受理');
  const parked = await parkedUpdates();
  expect(parked).toHaveLength(before + 1);
  expect(parked.map((doc) => doc.parked?.code)).toContain(230031);
});
