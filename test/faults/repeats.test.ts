import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersTo } from '../support/fault-row.ts';
import { FaultWorld } from '../support/fault-world.ts';

const asker = 'ou_demo_C045';
const [second, minute, hour] = [1000, 60_000, 3_600_000];
/** After a first delivery that was not acknowledged the platform repeats so much later, each counted from the one before (fact sheet §1.6). */
const repeats = [15 * second, 5 * minute, hour, 6 * hour];

let world: FaultWorld;
beforeAll(async () => {
  world = await FaultWorld.open();
});
afterAll(() => world.close());

const answers = (id: string) =>
  answersTo(world.emulator.messagesOf(world.emulator.privateChatOf(asker)), id).length;

/** Until just after the next repeat; what lies between is only waited for. */
async function untilAfter(ms: number): Promise<void> {
  await world.pass(ms + second, ms > minute ? 60_000 : second);
}

test('an event whose 200 is lost every time is repeated at 15 s, 5 min, 1 h and 6 h, across restarts, and answered once', async () => {
  world.losesAnswers = true;
  const { messageId } = await world.emulator.says(asker, 'private', '/我的');
  for (const ms of repeats) {
    await world.restart();
    await untilAfter(ms);
    expect(answers(messageId)).toBe(1);
  }
  world.losesAnswers = false;
  const inbox = await world.store.read((tx) => tx.get('inbox', `message:${messageId}`));
  expect(inbox?.state).toBe('done');
}, 60_000);

test('an event that found nobody until the last repeat, 7 hours later, is answered once', async () => {
  await world.stopProduct();
  const { messageId } = await world.emulator.says(asker, 'private', '/帮助');
  for (const ms of repeats.slice(0, -1)) await untilAfter(ms);
  await world.start();
  expect(answers(messageId)).toBe(0);
  await untilAfter(6 * hour);
  expect(answers(messageId)).toBe(1);
}, 60_000);

test('a report said once and repeated after a restart opens one draft', async () => {
  world.losesAnswers = true;
  const drafts = async () => (await world.store.read((tx) => tx.all('drafts'))).length;
  const before = await drafts();
  await world.emulator.says(asker, 'private', '专项债券资金支出进度10月84.3%');
  await untilAfter(second);
  await world.restart();
  world.losesAnswers = false;
  await untilAfter(15 * second);
  expect((await drafts()) - before).toBe(1);
});
