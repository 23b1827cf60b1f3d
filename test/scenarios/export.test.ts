import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';
import { openWorkbook, rowsOf } from '../support/sent-workbooks.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const office = 'ou_demo_C085';
const cadre = 'ou_demo_C154';
const desk = 'ou_demo_C055';
const admin = 'ou_demo_C056';

/** The newest file that the bot sent to the person, opened. */
async function newestFile(person: string) {
  const sent = demo.emulator.messagesOf(demo.emulator.privateChatOf(person));
  const body = sent.findLast(({ from, body: { kind } }) => from === 'bot' && kind === 'file')?.body;
  if (body?.kind !== 'file') throw new Error('no file was sent');
  const served = await fetch(`${demo.url}/api/files/${body.key}`);
  return { name: body.name, sheets: rowsOf(await openWorkbook(new Uint8Array(await served.arrayBuffer()))) };
}

test('the office exports a track: the file holds the card’s own figures, its as-of time and rule version', async () => {
  await demo.chat.as(office).says('/导出 园区 10月').sees('[文件] 2026年10月园区国企赛道排名.xlsx');
  const { sheets } = await newestFile(office);
  const rows = sheets[0]?.rows ?? [];
  expect(rows[1]?.[0]).toMatch(/数据截至 2026年11月6日 .* · 规则版本 .* · 演示数据，均为虚构/);
  expect(rows).toHaveLength(4 + 7);
  const [place, unit, score] = rows[4] ?? [];
  expect(place).toBe('1');
  await demo.chat.as(office).says('/排名 园区 10月').sees(`${unit}`).sees(`${score}`);
});

test('a group gets a word, its asker the file; a cadre’s file holds no more than their own card', async () => {
  const chat = demo.chat.as(cadre);
  await chat.inGroup('oc_demo_talk').says('/导出 镇街 10月').sees('已私聊发给您').doesNotSee('[文件]');
  await chat.inPrivate().sees('[文件] 2026年10月镇街竞进赛道排名.xlsx');
  const { sheets } = await newestFile(cadre);
  expect(sheets[0]?.rows.length).toBeLessThan(4 + 11);
  for (const said of ['/导出 单位 区工信局', '/导出 区工信局'])
    await chat.inPrivate().says(said).sees('得分明细只给本单位');
});

test('nothing needs typing: /export offers lists, an indicator is chosen by its task force', async () => {
  const chat = demo.chat.as(office);
  await chat.says('/export').sees('导出工作簿').chooses('经济运行专班').sees('导出指标完成值');
  await chat.chooses('一般公共预算收入').sees('[文件] 2026年一般公共预算收入完成值.xlsx');
  const { sheets } = await newestFile(office);
  expect(sheets.map(({ name }) => name)).toEqual(['月度进度']);
  const finance = sheets[0]?.rows.find(([, unit]) => unit === '区发改委');
  expect(finance?.slice(5, 15)).toEqual([
    '11.65',
    '23.64',
    '43.65',
    '63.12',
    '81.15',
    '98.61',
    '112.78',
    '125.91',
    '147.52',
    '164.83',
  ]);
});

test('a period that no year has is refused, not taken for the last month', async () => {
  for (const said of ['/导出 单位 区经开区 13月', '/指标 固投 0月', '/对标 社零增速 2026-13', '/得分 5季度'])
    await demo.chat.as(office).says(said).sees('这个时期，请换一个，如：10月');
  await demo.chat.as(office).says('/导出 看不懂').sees('如：/导出 园区');
});

test('a unit’s whole table has its working, targets and values; a track its rules', async () => {
  const chat = demo.chat.as(office);
  for (const said of ['/导出 单位 区经开区 10月', '/导出 区经开区 10月', '/导出 10月 经开区'])
    await chat.says(said).sees('[文件] 2026年10月区经开区考核总表.xlsx');
  const { sheets } = await newestFile(office);
  expect(sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['得分明细', '目标任务分解', '月度进度', '半月进度', '季度和半年进度']),
  );
  const targets = sheets.find(({ name }) => name === '目标任务分解')?.rows ?? [];
  expect(targets.slice(4).reduce((sum, row) => sum + Number(row[4]), 0)).toBe(100);
  await chat.says('/导出 区经开区排名 10月').sees('[文件] 2026年10月园区国企赛道排名.xlsx');
  await chat.says('/导出 赛道 园区国企').sees('[文件] 2026年园区国企赛道目标和规则.xlsx');
});

test('problems and their rates go to the desk without contacts and codes', async () => {
  await demo.chat.as(desk).says('/导出 诉求 10月').sees('[文件] 2026年10月企业诉求（全区）.xlsx');
  const { sheets } = await newestFile(desk);
  expect(sheets.map(({ name }) => name)).toEqual(['诉求清单', '按单位', '按类别', '按月份']);
  const text = JSON.stringify(sheets);
  expect(text).not.toMatch(/1[3-9]\d{9}/);
  const problems = await demo.store.read((tx) => tx.all('problems'));
  expect(problems.filter(({ tracking_code }) => text.includes(tracking_code))).toEqual([]);
});

test('every export stands in the audit trail, with who and what', async () => {
  await demo.chat
    .as(admin)
    .says('/审计 导出')
    .sees('导出：2026年10月园区国企赛道排名')
    .sees('导出：2026年10月企业诉求（全区）');
});
