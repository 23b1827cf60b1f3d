import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ruleHistory } from '#src/domain/assessment/scoring/rule-history.ts';
import type { CollectionName } from '#src/store/collections.ts';
import { startTestDemonstration } from '../support/demonstration.ts';
import { emptyDistrict } from '../support/empty-district.ts';
import { confirmingPress, openWorkbook } from '../support/sent-workbooks.ts';

// The workers themselves are tested in `test/documents`: here it would take a second each time to start one.
vi.mock(
  '#src/documents/reading/plan-workbook.ts',
  async () => (await import('../support/in-this-thread.ts')).workbooksHere,
);
vi.mock('#src/documents/annotating/annotated-copy.ts', async () => ({
  annotatedCopy: (await import('../support/in-this-thread.ts')).annotateHere,
}));

const office = 'ou_demo_C085';
const admin = 'ou_demo_C056';
const cadre = 'ou_demo_C154';
const at = '2026-11-06T09:00:00+08:00';
const workbook = (name: string) => readFileSync(`test/fixtures/excel/${name}.xlsx`);

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const all = <N extends CollectionName>(name: N) => demo.store.read((tx) => tx.all(name));

/** The newest file that the bot sent to the person. */
async function newestFile(person: string) {
  const sent = demo.emulator.messagesOf(demo.emulator.privateChatOf(person));
  const body = sent.findLast(({ from, body: { kind } }) => from === 'bot' && kind === 'file')?.body;
  if (body?.kind !== 'file') throw new Error('no file was sent');
  const served = await fetch(`${demo.url}/api/files/${body.key}`);
  return { name: body.name, bytes: Buffer.from(await served.arrayBuffer()) };
}

let exported: Buffer;

/** A unit's whole table as the office exported it at first, with one value put in place of another. */
async function exportedWith(change: {
  sheet: string;
  cell: string;
  value: string | number;
}): Promise<Buffer> {
  const book = await openWorkbook(exported);
  const cell = book.getWorksheet(change.sheet)?.getCell(change.cell);
  if (!cell) throw new Error(`no sheet ${change.sheet}`);
  cell.value = change.value;
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('what was exported comes in again without loss; one changed value is one new revision, written once it is confirmed', async () => {
  const chat = demo.chat.as(office);
  const before = (await all('reports')).length;
  await chat.says('/导出 单位 区经开区 10月').sees('[文件] 2026年10月区经开区考核总表.xlsx');
  const whole = await newestFile(office);
  exported = whole.bytes;
  await chat.sendsFile(whole.name, whole.bytes).sees('没有可导入的变动：目标任务分解、月度进度');
  const changed = await exportedWith({ sheet: '月度进度', cell: 'O5', value: 21.9 });
  await chat.sendsFile('经开区.xlsx', changed).sees('导入预览：目标任务分解、月度进度').sees('修改 1 ');
  expect((await all('reports')).length).toBe(before);
  await chat.presses('确认导入 1 条').sees('已导入').sees('修改 1');
  const [newest] = (await all('reports')).filter(
    ({ reported_at, reporter }) => reporter === 'C085' && reported_at > at,
  );
  expect(newest).toMatchObject({ unit: 'U42', period: '2026-10', value: '21.9', state: 'confirmed' });
  await chat.sendsFile('经开区.xlsx', changed).sees('没有可导入的变动').doesNotSee('确认导入');
  await demo.chat
    .as(admin)
    .says('/审计 导入')
    .sees(/导入：经开区\.xlsx（文件 SHA-256 [0-9a-f]{16}）/);
});

test('a preview that is out of date overwrites nothing: it says so and shows what it would be now', async () => {
  const chat = demo.chat.as(office);
  const file = await exportedWith({ sheet: '月度进度', cell: 'O5', value: 22.5 });
  await chat.sendsFile('经开区.xlsx', file).sees('修改 1 ');
  const [one] = (await all('reports')).filter(({ value, unit }) => value === '21.9' && unit === 'U42');
  if (!one) throw new Error('the value of before is gone');
  await demo.store.write({ at, who: 'test', what: 'test' }, (tx) =>
    tx.put('reports', { ...one, id: 'R99999', rev: one.rev + 1, value: '22.1' }),
  );
  await chat.presses('确认导入 1 条').sees('预览之后资料有变动，没有写入任何内容');
  expect((await all('reports')).filter(({ value, unit }) => value === '22.5' && unit === 'U42')).toEqual([]);
  await chat.presses('确认导入 1 条').sees('已导入');
  const [last] = (await all('reports')).filter(({ value, unit }) => value === '22.5' && unit === 'U42');
  expect(last?.rev).toBe(one.rev + 2);
});

test('who may not import is told who can; a cadre brings in their own unit’s values, for others to confirm', async () => {
  const chat = demo.chat.as(cadre);
  await chat
    .sendsFile('目标任务分解.xlsx', workbook('目标任务分解'))
    .sees('不能导入指标、赛道、目标和对标数据')
    .sees('考核办');
  await demo.chat.as(office).sendsFile('单位与干部.xlsx', workbook('单位与干部')).sees('系统管理员');
  await demo.chat.as(office).says('/帮助').sees('在私聊里把 .xlsx 文件发来');
  await demo.chat.as('ou_demo_E001').says('/帮助').doesNotSee('xlsx').doesNotSee('固投');
  await demo.chat.as('ou_demo_E001').sendsFile('月度进度.xlsx', workbook('月度进度')).sees('不能导入工作簿');
  const foreign = await exportedWith({ sheet: '月度进度', cell: 'O5', value: 23.5 });
  await chat.sendsFile('经开区.xlsx', foreign).sees('不能导入').sees('只留进度表重新发送');
  expect((await all('imports')).filter(({ person }) => person === cadre)).toEqual([]);
});

test('a cadre’s preview says nothing of others’ values: neither what they are nor that a guess is right', async () => {
  await demo.chat.as(office).says('/导出 指标 固投').sees('[文件] 2026年固定资产投资完成值.xlsx');
  const whole = await newestFile(office);
  const chat = demo.chat.as('ou_demo_C045');
  await chat
    .sendsFile(whole.name, whole.bytes)
    .sees(/有 \d+ 条不由您填报/)
    .doesNotSee('确认导入');
  const book = await openWorkbook(whole.bytes);
  book.getWorksheet('月度进度')?.eachRow((row) => {
    if (row.getCell(2).text !== '区经开区') return;
    for (let month = 1; month < 10; month += 1) row.getCell(5 + month).value = null;
    row.getCell(15).value = 1;
  });
  const probe = Buffer.from(await book.xlsx.writeBuffer());
  await chat.sendsFile('固投.xlsx', probe).sees('不由您填报').doesNotSee('小于前一期');
  await demo.chat.as(office).sendsFile('固投.xlsx', probe).sees('小于前一期').presses('放弃');
});

test('a file that is no workbook, or says nothing that is known, gets a sentence; a given-up preview writes nothing', async () => {
  const chat = demo.chat.as(office);
  await chat.sendsFile('旧表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')).sees('另存为 .xlsx');
  await chat.says('/导出 园区 10月').sees('[文件]');
  await chat.sendsFile('排名.xlsx', (await newestFile(office)).bytes).sees('没有认出这个工作簿');
  const file = await exportedWith({ sheet: '月度进度', cell: 'O5', value: 24.5 });
  const before = (await all('reports')).length;
  await chat.sendsFile('经开区.xlsx', file).sees('确认导入').presses('放弃').sees('没有写入任何内容');
  expect((await all('reports')).length).toBe(before);
});

test('a changed target makes a new rule version with who, why and from when, and older periods keep theirs; a unit out of balance waits', async () => {
  const chat = demo.chat.as(office);
  // The value as it is by now.
  exported = await exportedWith({ sheet: '月度进度', cell: 'O5', value: 22.5 });
  const target = await exportedWith({ sheet: '目标任务分解', cell: 'F6', value: 31 });
  const versions = (await all('rule_versions')).length;
  await chat
    .sendsFile('经开区.xlsx', target)
    .sees('修改 1')
    .sees('2026年规则有 1 处变动')
    .sees('从2026年11月起施行，也可以另选月份')
    .sees(/全年目标：\d+.* → 31/);
  await chat.pressesRaw(await confirmingPress(chat)).sees('请写明调整规则的理由');
  await chat
    .fills({ why: '区委常委会决定', since_2026: '2026-10' })
    .submits('确认导入 1 条')
    .sees(/新的规则版本：2026-\d+（从2026年10月起施行）/);
  const made = (await all('rule_versions')).slice(versions);
  expect(made).toMatchObject([{ by: 'C085', why: '区委常委会决定（导入“经开区.xlsx”）', from: '2026-10' }]);
  exported = target;
  const rules = ruleHistory(await all('rule_versions'));
  const today = { assignments: await all('assignments'), tracks: await all('tracks') };
  const targetIn = (period: string) =>
    rules
      .rulesWithout(today, rules.undoneFor(period))
      .assignments.find(({ id }) => id === made[0]?.assignments?.[0]?.after?.id)?.annual_target;
  expect(['2026-09', '2026-10', '2026-12'].map(targetIn)).toEqual(['30', '31', '31']);
  const weight = await exportedWith({ sheet: '目标任务分解', cell: 'E5', value: 90 });
  await chat
    .sendsFile('经开区.xlsx', weight)
    .sees('待平衡 1 个单位')
    .sees('批注_经开区.xlsx')
    .sees('除下面列出的各处外')
    .doesNotSee('确认导入');
});

test('values that come after their due day come in only with a reason, which is kept with each of them', async () => {
  const chat = demo.chat.as(office);
  const book = await openWorkbook(await exportedWith({ sheet: '月度进度', cell: 'N5', value: 19.837 }));
  const sheet = book.getWorksheet('月度进度');
  if (sheet) sheet.getCell('O5').value = 22.137;
  const file = Buffer.from(await book.xlsx.writeBuffer());
  await chat.sendsFile('经开区.xlsx', file).sees('有 1 条已过截止日');
  await chat.pressesRaw(await confirmingPress(chat)).sees('请写明逾期原因');
  const written = async () =>
    (await all('reports')).filter(
      ({ unit, value }) => unit === 'U42' && ['19.837', '22.137'].includes(value),
    );
  expect(await written()).toEqual([]);
  await chat.fills({ late_reason: '统计部门数据晚到' }).submits('确认导入 2 条').sees('已导入');
  const [late, inTime] = (await written()).sort((a, b) => (a.period < b.period ? -1 : 1));
  expect(late).toMatchObject({ period: '2026-09', state: 'confirmed', late_reason: '统计部门数据晚到' });
  expect(inTime).toMatchObject({ period: '2026-10', value: '22.137' });
  expect(inTime).not.toHaveProperty('late_reason');
});

test('a preview whose due day passes before it is confirmed is shown anew with what it asks, and can be confirmed', async () => {
  const chat = demo.chat.as(office);
  await chat.sendsFile('经开区.xlsx', await exportedWith({ sheet: '月度进度', cell: 'N5', value: 19.843 }));
  const press = await confirmingPress(chat.sees('有 1 条已过截止日'));
  const record = (await all('imports')).find(({ id }) => id === Object(press.value).import);
  if (!record) throw new Error('nothing waits');
  await demo.store.write({ at, who: 'test', what: 'test' }, (tx) =>
    tx.put('imports', { ...record, late: 0 }),
  );
  await chat.pressesRaw(press).sees('没有写入任何内容');
  await chat
    .fills({ late_reason: '统计部门数据晚到' })
    .submits(/确认导入/)
    .sees('已导入');
});

async function takesIn(who: string, name: string, { errors, say }: Taking): Promise<void> {
  const chat = demo.chat.as(who);
  await chat.sendsFile(`${name}.xlsx`, workbook(name)).sees(`导入预览：${name}`).sees(`错误 ${errors}`);
  await chat.sees(`批注_${name}.xlsx`);
  await (say ? chat.fills(say).submits(/确认导入/) : chat.presses(/确认导入/)).sees('已导入');
}

interface Taking {
  readonly errors: number;
  /** What the form asks. */
  readonly say?: Readonly<Record<string, string>>;
}

test('an empty district takes in the four workbooks one after another, and can be ranked', async () => {
  await emptyDistrict(demo.store);
  const why = '2026年考核方案';
  await takesIn(admin, '单位与干部', { errors: 5, say: { why } });
  await takesIn(office, '指标与赛道', { errors: 4, say: { why } });
  await takesIn(office, '目标任务分解', { errors: 10, say: { why } });
  await takesIn(office, '月度进度', { errors: 6, say: { late_reason: '系统启用时补录' } });
  expect((await all('units')).length).toBe(48);
  expect((await all('cadres')).length).toBe(220);
  // Two of 48 units wait for their balance; six rows are refused.
  expect((await all('assignments')).length).toBe(1470);
  expect((await all('reports')).length).toBe(13_477);
  await demo.chat.as(office).says('/排名 园区 10月').sees('园区国企赛道排名').sees('区经开区');
}, 30_000);
