import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';
import { EmulatorChat } from '../support/emulator-chat.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const office = 'ou_demo_C085';

test('while a workbook is read its sender is told how far it is, and is answered what they ask meanwhile; then the same card becomes the preview', async () => {
  const chat = new EmulatorChat(demo.emulator, { patienceMs: 60_000 }).as(office);
  const bytes = readFileSync('test/fixtures/excel/月度进度.xlsx');
  await chat
    .sendsFile('月度进度.xlsx', bytes)
    .sees('正在读取工作簿')
    .says('/排名 园区 10月')
    .sees('园区国企赛道排名');
  await chat.sees('导入预览：月度进度').doesNotSee('正在读取工作簿').sees('批注_月度进度.xlsx');
  const cards = demo.emulator
    .messagesOf(demo.emulator.privateChatOf(office))
    .filter(({ body }) => JSON.stringify(body).includes('月度进度.xlsx') && body.kind === 'interactive');
  expect(cards).toHaveLength(1);
}, 90_000);
