import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** 许美玲, 区财政局 (U06); 张萍 of the assessment office; 高守信, office of 经济运行专班; 镇街干部. */
const [reporter, office, forceOffice] = ['ou_demo_C045', 'ou_demo_C085', 'ou_demo_C023'];

describe('an indicator on one card', () => {
  test('the office sees all units, owners, benchmark and place, and who has not reported', async () => {
    await demo.chat
      .as(office)
      .says('/指标 一般公共预算收入增速 10月')
      .sees('责任领导')
      .sees('牵头单位')
      .sees(/快于全市|慢于全市|与全市持平/)
      .sees(/列第 \d+ 位/)
      .sees('已报');
  });

  test('a unit sees its own value with target and trend, and of the others none', async () => {
    await demo.chat
      .as(reporter)
      .says('/指标 一般公共预算收入 9月')
      .sees('区财政局')
      .sees('目标')
      .sees('其他单位的完成值不公开')
      .inspects('区财政局', ({ body }) => {
        expect(JSON.stringify(body)).toContain('"type":"line"');
        expect(JSON.stringify(body)).not.toContain('区发改委 ');
      })
      .presses('得分')
      .sees('得分明细');
  });

  test('a task force’s office reminds who has not reported, in private', async () => {
    await demo.chat
      .as(forceOffice)
      .says('/指标 一般公共预算支出进度 10月')
      .sees('未报')
      .presses('催报')
      .sees('已提醒');
    await demo.chat.as(reporter).sees('高守信提醒').presses('上报').sees('上报进度');
  });

  test('a public ranking group reads no value, an unregistered one nothing at all', async () => {
    await demo.chat
      .as(office)
      .inGroup('oc_demo_ranking')
      .says('@强引擎 指标 一般公共预算收入 9月')
      .sees('其他单位的完成值不公开')
      .doesNotSee('147.52');
    await demo.chat.as(office).inGroup('oc_demo_talk').says('@强引擎 指标 固投').sees('已私聊发给您');
  });

  test('without a name it asks which, and a word that fits several asks which of them', async () => {
    await demo.chat.as(reporter).says('/指标').sees('看哪个指标').chooses('JJ-03').sees('一般公共预算收入');
    await demo.chat.as(office).says('/指标 高企').sees('您是不是想');
  });
});

describe('the benchmark is kept by the office', () => {
  test('figures are entered from a card, revised with the old ones kept, and shown where the indicator is', async () => {
    await demo.chat
      .as(office)
      .says('/对标 一般公共预算收入增速 10月')
      .sees('对标值：一般公共预算收入增速')
      .fills({ city: '5.1', district: '5.7', city_place: '1', city_total: '11' })
      .submits()
      .sees('快于全市 0.6 个百分点')
      .sees('列第 1 位')
      .sees(/11月6日 \d\d:\d\d 录入/)
      .sees('修改前')
      .sees('由数据导入');
    const kept = await demo.store.read((tx) => tx.get('benchmarks', 'JJ-04|2026-10'));
    expect(kept).toMatchObject({ city: '5.1', set_by: 'C085' });
    expect(kept?.earlier).toHaveLength(1);
    await demo.chat
      .as(reporter)
      .says('/指标 一般公共预算收入增速 10月')
      .sees('快于全市 0.6 个百分点')
      .sees('列第 1 位');
    await demo.chat
      .as(office)
      .says('/得分 区财政局 9月')
      .sees(/快于全市|慢于全市/);
    await demo.chat
      .as(reporter)
      .says('一般公共预算收入增速10月5.9%')
      .presses('确认上报')
      .sees('快于全市 0.8 个百分点');
  });

  test('a figure that is no number is refused and nothing changes', async () => {
    await demo.chat
      .as(office)
      .says('/对标 一般公共预算收入增速 10月')
      .fills({ city: '五点多' })
      .submits()
      .sees('不是数字');
    expect((await demo.store.read((tx) => tx.get('benchmarks', 'JJ-04|2026-10')))?.city).toBe('5.1');
  });

  test('nobody else may', async () => {
    await demo.chat.as(reporter).says('/对标 一般公共预算收入增速').sees('您的身份不能录入对标值');
  });
});
