import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
  await demo.chat
    .as('ou_demo_C045')
    .says('专项债券资金支出进度10月84.3%')
    .sees('请确认')
    .presses('确认上报')
    .sees('已记录');
});
afterAll(() => demo.stop());

const admin = 'ou_demo_C056';

describe('the audit trail', () => {
  test('tells an administrator who did what, with names and field names, never values', async () => {
    await demo.chat
      .as(admin)
      .says('/审计 许美玲 11月')
      .sees('确认上报')
      .sees('区财政局')
      .sees('专项债券资金支出进度')
      .sees('value')
      .doesNotSee('84.3')
      .doesNotSee('ou_demo');
  });

  test('is searched by unit, indicator and topic in any order', async () => {
    await demo.chat.as(admin).says('/审计 上报 区财政局').sees('确认上报');
    await demo.chat.as(admin).says('/审计 专项债券资金支出进度').sees('确认上报');
    await demo.chat.as(admin).says('/审计 登记 许美玲').sees('没有符合条件的记录');
    await demo.chat.as(admin).says('/审计 对标').doesNotSee('没有找到');
    await demo.chat.as(admin).says('/审计 许美玲 2026-11-05').sees('没有符合条件的记录');
  });

  test('shows of a large entry what was asked for, and how much there is in all', async () => {
    const all = (await demo.store.read((tx) => tx.all('reports'))).filter(
      ({ period }) => period === '2026-09',
    );
    const of = (unit: string) => all.filter((report) => report.unit === unit);
    const reports = [...of('U01'), ...of('U06'), ...of('U02')];
    const own = of('U06');
    const meta = { at: '2026-11-05T10:00:00+08:00', who: 'ou_demo_C085', what: 'press.import.confirm' };
    await demo.store.write(meta, async (tx) => {
      for (const report of reports) await tx.put('reports', report);
    });
    expect(own.length).toBeGreaterThan(3);
    await demo.chat
      .as(admin)
      .says('/审计 区财政局 2026-11-05')
      .sees(`共 ${reports.length} 条，其中 ${own.length} 条符合查找，列出前 3 条`)
      .sees('一般公共预算收入 · 区财政局')
      .doesNotSee('区发改委');
  });

  test('is searched by the form too', async () => {
    await demo.chat
      .as(admin)
      .says('/审计 登记 许美玲')
      .sees('没有符合条件的记录')
      .fills({ who: '许美玲', topic: '上报' })
      .submits()
      .sees('确认上报');
  });

  test('keeps every look, and shows looks when asked for them', async () => {
    await demo.chat.as(admin).says('/审计 许美玲').sees('确认上报');
    await demo.chat.as(admin).says('/审计 审计').sees('原因：查看审计记录：许美玲');
  });

  test('shows the head of the chain', async () => {
    await demo.chat
      .as(admin)
      .says('/审计')
      .sees(/链头[^\n]*：\n?\s*[0-9a-f]{64}/);
  });

  test('says which word it does not know', async () => {
    await demo.chat.as(admin).says('/审计 查无此人').sees('没有找到“查无此人”');
  });

  test('is refused to everybody else, and in groups, and then nothing is looked up', async () => {
    await demo.chat.as('ou_demo_C002').says('/审计').sees('不能查看审计记录');
    await demo.chat.as('ou_demo_E001').says('/审计').sees('不能查看审计记录');
    await demo.chat.as(admin).inGroup('oc_demo_talk').says('/审计').sees('只能在私聊里进行');
  });

  test('of a company’s problem names the problem and its fields, not what it says', async () => {
    const problem = await demo.store.read(async (tx) => (await tx.all('problems')).at(0));
    await demo.store.write(
      { at: demo.clock.now(), who: 'ou_demo_C055', what: 'press.problem.accept' },
      async (tx) => {
        if (problem) await tx.put('problems', { ...problem, desk: 'C055' });
      },
    );
    await demo.chat
      .as(admin)
      .says(`/审计 ${problem?.id} 诉求`)
      .sees('受理诉求')
      .sees('tracking_code')
      .doesNotSee(problem?.text.slice(0, 12) ?? '');
    expect(problem?.text.length).toBeGreaterThan(12);
  });
});
