import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** 许美玲, 区财政局: reporter of U06. */
const cadre = 'ou_demo_C045';

async function reportsOf(place: string) {
  return demo.store.read((tx) => tx.find('reports', { index: 'place', key: place }));
}

test('a leader without indicators is told that there is nothing to report', async () => {
  await demo.chat.as('ou_demo_C002').says('/我的').sees('没有要您上报的指标').doesNotSee('报齐');
});

describe('a cadre reports by message', () => {
  test('a plain sentence is confirmed, recorded, and moves the ranking', async () => {
    await demo.chat
      .as(cadre)
      .says('专项债券资金支出进度10月84.3%')
      .sees('请确认上报内容')
      .sees('84.3')
      .presses('确认上报')
      .sees('已记录 1 项')
      .sees('第 5 名 → 第 3 名');
    const [report] = await reportsOf('XM-10|U06|2026-10');
    expect(report).toMatchObject({ value: '84.3', rev: 1, state: 'submitted', reporter: 'C045' });
  });

  test('nothing is recorded before the person confirms, and nothing when they cancel', async () => {
    await demo.chat
      .as(cadre)
      .says('惠企政策资金兑现额10月累计2亿元')
      .sees('请确认')
      .presses('取消')
      .sees('已取消');
    expect(await reportsOf('YS-09|U06|2026-10')).toEqual([]);
  });

  test('several items of one message are several items on one card', async () => {
    await demo.chat
      .as(cadre)
      .says('10月：一般公共预算支出进度78.9%，金融机构本外币贷款余额增速11.6%')
      .sees('请确认上报内容（2 项）')
      .presses('确认上报')
      .sees('已记录 2 项');
    expect(await reportsOf('JJ-06|U06|2026-10')).toHaveLength(1);
    expect(await reportsOf('JJ-10|U06|2026-10')).toHaveLength(1);
  });

  test('what was only mentioned beside a value is left out with one tap', async () => {
    await demo.chat
      .as('ou_demo_C172')
      .says('新增就业10月1120人，其中女性520人')
      .sees('还有 1 处要问您')
      .presses('这条不报')
      .sees('请确认上报内容（1 项）')
      .presses('确认上报')
      .sees('已记录 1 项');
    const reports = await reportsOf('MS-01|U36|2026-10');
    expect(reports.at(-1)).toMatchObject({ value: '1120', reporter: 'C172' });
  });

  test('a correction in the form is taken before it is recorded', async () => {
    await demo.chat
      .as(cadre)
      .says('12345热线满意率10月95.2%')
      .sees('请确认')
      .presses('更正')
      .sees('更正上报内容')
      .fills({ value_0: '96.2' })
      .submits()
      .sees('96.2')
      .presses('确认上报')
      .sees('已记录');
    expect((await reportsOf('MS-10|U06|2026-10')).at(-1)).toMatchObject({ value: '96.2' });
  });

  test('an amount without a measure is asked for, one tap answers', async () => {
    await demo.chat
      .as('ou_demo_C188')
      .says('固投10月累计13.08')
      .sees('没有带计量单位')
      .presses('13.08 亿元')
      .sees('请确认上报内容')
      .presses('确认上报')
      .sees('已记录');
    expect((await reportsOf('XM-01|U40|2026-10')).at(-1)).toMatchObject({ value: '13.08' });
  });

  test('a name that fits several indicators is asked for, one tap reads the message again', async () => {
    await demo.chat
      .as('ou_demo_C032')
      .says('高企三季度末152家')
      .sees('您指的是哪一个')
      .presses('净增数')
      .sees('请确认上报内容（1 项）')
      .sees('152');
  });

  test('a unit name that fits several is asked for', async () => {
    await demo.chat.as('ou_demo_C085').says('文旅10月下半月走访服务企业累计112家次').sees('哪个单位');
  });

  test('a jump asks a second time', async () => {
    await demo.chat.as('ou_demo_C188').says('规上工业总产值10月累计172.67亿').sees('请再核对');
  });

  test('/report gives the form, whose values are confirmed like a sentence', async () => {
    await demo.chat
      .as('ou_demo_C212')
      .says('/上报')
      .sees('上报进度')
      .fills({ indicator: 'CJ-01@2026-10@U46', period: 'latest', value: '5.9' })
      .submits()
      .sees('请确认上报内容')
      .presses('确认上报')
      .sees('已记录');
    expect((await reportsOf('CJ-01|U46|2026-10')).at(-1)).toMatchObject({ value: '5.9', reporter: 'C212' });
  });

  test('the form takes the period that its indicator says is owed', async () => {
    await demo.chat
      .as(cadre)
      .says('/上报')
      .sees('2026年5月待报（6月5日截止） 一般公共预算收入增速')
      .fills({ indicator: 'JJ-04@2026-05@U06', period: 'latest', value: '4.1' })
      .submits()
      .sees('请确认上报内容')
      .sees('2026年5月')
      .doesNotSee('将替换');
  });

  test('a period that is not over is said so before its value is confirmed', async () => {
    await demo.chat.as(cadre).says('专项债券资金支出进度 11月 88%').sees('本期到11月30日才结束');
  });

  test('a card that was left open does not replace a value that came later unseen', async () => {
    const chat = demo.chat.as(cadre);
    await chat.says('企业诉求满意率10月96.1%').sees('请确认');
    await demo.chat
      .as('ou_demo_C044')
      .says('企业诉求满意率10月97.2%')
      .sees('请确认')
      .presses('确认上报')
      .sees('已记录 1 项');
    await chat.presses('确认上报').sees('刚有变化').sees('将替换本期已报的 97.2%');
    const valueNow = async () =>
      (await reportsOf('YS-06|U06|2026-10')).sort((a, b) => b.rev - a.rev)[0]?.value;
    expect(await valueNow()).toBe('97.2');
    await chat.presses('确认上报').sees('已记录 1 项');
    expect(await valueNow()).toBe('96.1');
  });

  test('/mine says what is owed and until when', async () => {
    await demo.chat.as('ou_demo_C160').says('/我的').sees('待上报').sees('11月6日');
  });
});

describe('who may report what is decided before the card', () => {
  test("another unit's value is refused with who can", async () => {
    await demo.chat.as(cadre).says('经开区固投10月累计85.2亿').sees('由').doesNotSee('请确认');
    expect(await reportsOf('XM-01|U42|2026-10')).toHaveLength(
      (await reportsOf('XM-01|U42|2026-10')).filter((report) => report.reporter !== 'C045').length,
    );
  });

  test("nobody else can confirm a person's draft", async () => {
    const head = demo.chat.as('ou_demo_C172').inGroup('oc_demo_unit_U36');
    await head.says('@强引擎 固投10月累计18.4亿').sees('请确认');
    await demo.chat.as('ou_demo_C171').inGroup('oc_demo_unit_U36').presses('确认上报').sees('由别人发起');
  });

  test("outside the unit's chat the card comes in private and the group gets one line", async () => {
    const speaker = demo.chat.as('ou_demo_C180').inGroup('oc_demo_ranking');
    await speaker
      .says('@强引擎 新增经营主体10月累计2300户')
      .sees('已私聊请您确认')
      .doesNotSee('请确认上报内容');
    await demo.chat.as('ou_demo_C180').sees('请确认上报内容');
  });

  test('group talk that is not for the bot is left alone', async () => {
    await demo.chat.as('ou_demo_C180').inGroup('oc_demo_talk').says('固投10月累计9.7亿元').seesNothing();
  });
});

describe('bad input gets a clear sentence and records nothing', () => {
  test.each([
    ['固投10月累计12350亿元', '合理范围'],
    ['12月固投累计54亿', '哪一期'],
    ['固投10月完成年度目标的68%', '完成目标的比例'],
  ])('%s → %s', async (text, answer) => {
    await demo.chat.as('ou_demo_C168').says(text).sees(answer);
  });

  test('five thousand characters', async () => {
    await demo.chat
      .as('ou_demo_C168')
      .says(`固投10月${'很好'.repeat(2500)}`)
      .sees('太长');
  });

  test('emoji, HTML and control characters', async () => {
    await demo.chat.as('ou_demo_C168').says('😀<b>你好</b>\u0007').sees('固投10月累计12.35亿元');
  });
});

test('what a person may not report is named beside what they may', async () => {
  await demo.chat
    .as(cadre)
    .says('10月：12345热线满意率95.8%；经开区固投累计85.2亿')
    .sees('请确认上报内容（1 项）')
    .sees('没有列入')
    .sees('请由区经开区的填报人上报');
});

test('a card whose press was recorded but whose answer was lost gets its newest look at the next press', async () => {
  const person = 'ou_demo_C212';
  await demo.chat
    .as(person)
    .says('专项债券资金支出进度10月81.2%')
    .sees('请确认')
    .presses('确认上报')
    .sees('已记录 1 项');
  const drafts = await demo.store.read((tx) => tx.find('drafts', { index: 'person', key: person }));
  const draft = drafts.find(({ items }) => items.some(({ value }) => value === '81.2'))?.id ?? '';
  await demo.chat
    .as(person)
    .pressesRaw({ tag: 'button', value: { action: 'report.confirm', draft } })
    .sees('卡片内容已经更新')
    .inspectsClick(({ replaced }) => expect(replaced).toBe(true));
  expect(await reportsOf('XM-10|U46|2026-10')).toHaveLength(1);
});
