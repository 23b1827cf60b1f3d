import { afterAll, beforeAll, describe, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

/** 于建国, 青溪街道: reporter of U36. */
const cadre = 'ou_demo_C172';

describe('what is no report is told so, with what to type', () => {
  test('an order is not recorded', async () => {
    await demo.chat
      .as(cadre)
      .says('务必完成固投10月14.2亿')
      .sees('没有记录任何数值')
      .sees('若是上报，请直接说')
      .doesNotSee('请确认上报内容');
  });

  test('a question with a value is not recorded', async () => {
    await demo.chat.as(cadre).says('固投10月累计14.2亿对不').sees('没有记录任何数值').sees('若是上报');
  });

  test('a question without a value is told where to look', async () => {
    await demo.chat.as(cadre).says('社零增速排第几').sees('可以查排名和得分');
  });
});

describe('what is a report is taken as one', () => {
  test('a request to the bot is confirmed like a plain sentence', async () => {
    await demo.chat.as(cadre).says('麻烦帮我报一下固投10月累计18.4亿').sees('请确认上报内容').sees('18.4');
  });

  test('a value beside an unknown word is asked about, one tap answers', async () => {
    await demo.chat
      .as(cadre)
      .says('固投10月累计一举拿下18.4亿')
      .sees('没听懂的词')
      .presses('固定资产投资')
      .sees('请确认上报内容（1 项）')
      .sees('18.4');
  });

  test('a name that begins with a command word is a report when it is said without a slash', async () => {
    const reporter = demo.chat.as('ou_demo_C032');
    await reporter.says('诉求 满意率10月97.1%').sees('请确认上报内容').sees('97.1');
    await reporter.says('工单 办结率10月99.2%').sees('请确认上报内容').sees('99.2');
  });

  test('the command itself stays one', async () => {
    await demo.chat.as(cadre).says('工单').doesNotSee('请确认上报内容');
    await demo.chat.as(cadre).says('/工单 办结率10月99.2%').doesNotSee('请确认上报内容');
  });
});

describe('a command is heard in the way people ask for it', () => {
  test.each([
    ['镇街排名10月', '镇街竞进'],
    ['我要看排名', '镇街竞进'],
    ['我要报数', '上报'],
    ['青溪街道得分', '青溪街道'],
  ])('%s', async (said, seen) => {
    await demo.chat.as(cadre).looksAway().says(said).sees(seen).doesNotSee('我在。');
  });

  test('确认, typed instead of pressed, leads to the card’s button', async () => {
    await demo.chat
      .as(cadre)
      .says('固投10月累计18.4亿')
      .sees('请确认上报内容')
      .says('确认')
      .sees('点“确认上报”才算上报');
  });

  test('a question behind a report leaves the report one', async () => {
    await demo.chat
      .as(cadre)
      .says('10月固投18.4亿，社零增速5.2%。请问财政数据什么时候报？')
      .sees('请确认上报内容（2 项）');
  });

  test('a table pasted from a workbook is confirmed row by row', async () => {
    await demo.chat
      .as(cadre)
      .says('指标\t单位\t全年目标\t10月累计\t同比\n固投\t亿元\t20\t18.4\t6.1%\n新增就业\t人\t1500\t1120\t—')
      .sees('请确认上报内容（3 项）')
      .sees('18.4')
      .sees('6.1')
      .sees('1120');
  });
});
