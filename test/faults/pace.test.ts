import { afterAll, beforeAll, expect, test } from 'vitest';
import { bot } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import { queueReply } from '#src/reply/queue-reply.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import { messageCalls } from '../support/fault-row.ts';
import { FaultWorld } from '../support/fault-world.ts';

let world: FaultWorld;
beforeAll(async () => {
  world = await FaultWorld.open();
});
afterAll(() => world.close());

/** The most arrivals in any stretch of so many ms. */
function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

/** Queues texts to chats as a job would. */
async function queue(chats: readonly string[], texts: readonly string[]): Promise<void> {
  const notices = texts.flatMap((text) => chats.map((chat) => ({ to: { chat }, message: { text } })));
  const input = { at: world.now(), vault: createMemoryVault(), quiet: () => null };
  await world.store.write({ at: world.now(), who: 'system', what: 'test' }, (tx) =>
    queueReply(tx, { ...input, reply: { notices } }),
  );
}

const textsIn = (chat: string) =>
  world.emulator
    .messagesOf(chat)
    .filter(({ from }) => from === bot)
    .map(messageText);

test('a burst keeps within 5 a second to a chat and 50 a second in all, in order, and is never refused', async () => {
  const chats = [
    'oc_demo_leaders',
    'oc_demo_talk',
    'oc_demo_unit_U36',
    'oc_demo_unit_U42',
    'oc_demo_tf_TF01',
  ];
  const people = await world.store.read((tx) => tx.all('bindings'));
  const privately = people.slice(0, 40).map(({ id }) => world.emulator.privateChatOf(id));
  const texts = Array.from({ length: 9 }, (_, number) => `第${number}条`);
  const before = world.arrivals.length;
  await queue(chats, texts);
  await queue(privately, ['通知']);
  await world.pass(6000, 25);
  const times = messageCalls(world.arrivals.slice(before)).map(({ atMs }) => atMs);
  expect(times).toHaveLength(chats.length * texts.length + privately.length);
  expect(mostWithin(times, 1000)).toBeLessThanOrEqual(50);
  for (const chat of chats) expect(textsIn(chat)).toEqual(texts);
  expect(world.emulator.calls().filter(({ code }) => code !== 0)).toEqual([]);
});

test('a restart in the middle of a burst loses nothing, doubles nothing and keeps the order', async () => {
  const chat = 'oc_demo_unit_U36';
  const already = textsIn(chat).length;
  // More than two stops can send in the seconds they have: what is left is the next start's.
  const texts = Array.from({ length: 90 }, (_, number) => `重启${number}`);
  await queue([chat], texts);
  for (let round = 0; round < 2; round += 1) {
    await world.pass(1500, 250);
    await world.restart();
    const sent = textsIn(chat).length - already;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(texts.length);
  }
  await world.pass(12_000, 250);
  expect(textsIn(chat).slice(already)).toEqual(texts);
});
