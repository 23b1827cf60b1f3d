import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueReply } from '#src/reply/queue-reply.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const office = 'ou_demo_C045';
const at = '2026-11-06T09:00:00+08:00';
const downloads = () => demo.emulator.calls().filter(({ name }) => name === 'download').length;

test('a file sent in private is fetched, kept and answered', async () => {
  await demo.chat
    .as(office)
    .sendsFile('月度进度.xlsx', Buffer.from('no workbook'))
    .sees('这不是 Excel 工作簿');
  expect(downloads()).toBe(1);
});

test('a file of more than 20 MB is refused with a sentence', async () => {
  const large = Buffer.alloc(21 * 1024 * 1024, 1);
  await demo.chat.as(office).sendsFile('太大.xlsx', large).sees('文件超过 20 MB，没有读取');
});

test('nothing is fetched for somebody who is bound to nobody', async () => {
  const stranger = 'ou_demo_E002';
  const before = downloads();
  await demo.store.write({ at, who: 'system', what: 'test' }, (tx) => tx.delete('bindings', stranger));
  await demo.chat.as(stranger).sendsFile('x.xlsx', Buffer.from('x')).sees('绑定');
  expect(downloads()).toBe(before);
});

test('a file in a reply is uploaded and arrives whole, under its name, once', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 0x50, 0x4b]);
  const hash = await demo.files.put(bytes);
  const chat = demo.emulator.privateChatOf(office);
  await demo.store.write({ at, who: 'system', what: 'test' }, (tx) =>
    queueReply(tx, {
      reply: { here: [{ file: { hash, name: '镇街排名.xlsx' } }] },
      asked: { chat, private: true, person: office },
      ...{ at, vault: createMemoryVault(), quiet: () => null },
    }),
  );
  await demo.chat.as(office).says('帮助').sees('[文件] 镇街排名.xlsx');
  const files = demo.emulator
    .messagesOf(chat)
    .flatMap(({ body, from }) => (body.kind === 'file' && from === 'bot' ? [body] : []));
  expect(files).toHaveLength(1);
  const served = await fetch(`${demo.url}/api/files/${files[0]?.key}`);
  expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);
});
