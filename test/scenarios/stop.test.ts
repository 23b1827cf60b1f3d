import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bot } from '#src/emulator/state/message.ts';
import { silentLog } from '#src/shared/log.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { createPlatform } from '../support/crash-platform.ts';
import { freePort, startMain } from '../support/main-child.ts';
import { storeFolder } from '../support/store-folder.ts';

const cadres = Array.from({ length: 16 }, (_, index) => `ou_demo_C${String(index + 2).padStart(3, '0')}`);
const each = 3;

it('a stop under load ends with 0, and after the next start every message has its one answer', {
  timeout: 150_000,
}, async () => {
  const [port, operationPort] = [await freePort(), await freePort()];
  const platform = await createPlatform(await storeFolder(), () => `http://127.0.0.1:${port}/webhook/event`);
  const { url, close } = await platform.listen(0);
  const answers = new Map<string, Set<string>>();
  platform.onMessage(({ id, from, replyTo }) => {
    if (from === bot && replyTo) answers.set(replyTo, (answers.get(replyTo) ?? new Set()).add(id));
  });
  const settings = { dir: await storeFolder(), platform: url, port, operationPort };
  const first = await startMain(settings);
  const said: Promise<{ messageId: string }>[] = [];
  const speak = () => {
    for (const openId of cadres) said.push(platform.says(openId, 'private', '/帮助'));
  };
  for (let round = 0; round < each; round += 1) {
    speak();
    await pause(20);
  }
  const exit = await first.terminate();
  const answeredBefore = answers.size;
  const second = await startMain(settings);
  const asked = (await Promise.all(said)).map(({ messageId }) => messageId);
  while (asked.some((id) => !answers.has(id))) await pause(100);
  expect(await second.terminate()).toBe(0);
  await close();
  const counts = `${asked.length} asked, ${answeredBefore} answered before the stop`;
  expect(exit, counts).toBe(0);
  expect(asked, counts).toHaveLength(cadres.length * each);
  expect(
    asked.filter((id) => answers.get(id)?.size !== 1),
    counts,
  ).toEqual([]);
  // Otherwise it did not stop in the middle.
  expect(answeredBefore, counts).toBeLessThan(asked.length);
  const store = await openJsonFileStore({ dir: settings.dir, mode: 'production', log: silentLog });
  const left = await store.read(async (tx) => [
    ...(await tx.find('inbox', { index: 'state', key: 'pending' })),
    ...(await tx.find('outbox', { index: 'state', key: 'queued' })),
  ]);
  await store.close();
  expect(left).toEqual([]);
});
