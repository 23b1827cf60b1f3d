import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Workbook } from '#src/documents/library/excel-library.ts';
import { startTestDemonstration } from '../support/demonstration.ts';
import { openWorkbook } from '../support/sent-workbooks.ts';

vi.mock(
  '#src/documents/reading/plan-workbook.ts',
  async () => (await import('../support/in-this-thread.ts')).workbooksHere,
);
vi.mock('#src/documents/annotating/annotated-copy.ts', async () => ({
  annotatedCopy: (await import('../support/in-this-thread.ts')).annotateHere,
}));

const [office, reporter] = ['ou_demo_C085', 'ou_demo_C045'];

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** The newest file that the bot sent to the person. */
async function newestFile(person: string) {
  const sent = demo.emulator.messagesOf(demo.emulator.privateChatOf(person));
  const body = sent.findLast(({ from, body: { kind } }) => from === 'bot' && kind === 'file')?.body;
  if (body?.kind !== 'file') throw new Error('no file was sent');
  const served = await fetch(`${demo.url}/api/files/${body.key}`);
  return Buffer.from(await served.arrayBuffer());
}

/** A progress sheet of one row. */
async function workbook(unit: string, indicator: string, october: number): Promise<Buffer> {
  const book = new Workbook();
  book
    .addWorksheet('月度进度')
    .addRows([['2026年月度进度'], ['单位', '指标名称', '10月'], [unit, indicator, october]]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('a workbook that puts an older value in the place of a reported one says so beforehand, and tells its reporter afterwards', async () => {
  const unit = demo.chat.as(reporter);
  await unit.says('公预收入10月累计165.2亿').sees('165.2').presses('确认').sees('已记录').looksAway();
  const chat = demo.chat.as(office);
  const changed = '区财政局“一般公共预算收入”原数165.2 亿元（待审核）→ 新数164.83 亿元';
  await chat
    .sendsFile('进度.xlsx', await workbook('区财政局', '一般公共预算收入', 164.83))
    .sees(/：修改 1$/m)
    .sees(changed)
    .sees('批注_进度.xlsx');
  const copy = await openWorkbook(await newestFile(office));
  expect(copy.getWorksheet('月度进度')?.getCell('C3').note).toContain(changed);
  await chat.presses('确认导入 1 条').sees('已导入').sees('修改 1');
  await unit.sees('您上报的数已更正').sees('165.2 亿元 → 164.83 亿元').sees('导入工作簿“进度.xlsx”');
});
