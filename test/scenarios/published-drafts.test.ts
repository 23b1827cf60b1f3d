import { afterAll, beforeAll, describe, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const office = 'ou_demo_C085';
const leader = 'ou_demo_C002';
/** Of 区财政局, in the track of the tests. */
const cadre = 'ou_demo_C045';
const ranking = 'oc_demo_ranking';
const edition = '这是最新公布的一版';

const publish = (track: string) =>
  demo.chat
    .as(office)
    .says('/公布 10月')
    .sees('公布结果：')
    .chooses(`track|${track}`)
    .sees(/公布：/)
    .submits(/公布/)
    .sees('第 1 版');

describe('with results hidden until published, after a first edition', () => {
  test('an unchanged table is shown live, without movement against a period that is hidden', async () => {
    await demo.chat
      .as(cadre)
      .says('/排名 发展攻坚 10月')
      .sees(/[↑↓]\d/);
    for (const track of ['T1', 'T2', 'T3', 'T4']) await publish(track);
    await demo.chat.as(office).says('/公布 10月').presses('改为公布前不可看').sees('公布前是草稿');
    await demo.chat
      .as(cadre)
      .says('/排名 发展攻坚 10月')
      .sees('发展攻坚赛道排名')
      .doesNotSee(/[↑↓]\d/)
      .doesNotSee(edition);
    await demo.chat
      .as(leader)
      .says('/排名 发展攻坚 10月')
      .sees(/[↑↓]\d/);
  });

  test('a report says nothing of places', async () => {
    await demo.chat
      .as(cadre)
      .says('专项债券资金支出进度10月84.3%')
      .sees('请确认')
      .presses('确认上报')
      .sees('已记录')
      .doesNotSee(/第 \d+ 名/);
  });

  test('who may not see drafts then gets the published edition, alone and in a group; a leader the live table', async () => {
    for (const chat of [demo.chat.as(cadre), demo.chat.as(leader).inGroup(ranking)])
      await chat.says('/排名 发展攻坚 10月').sees(edition).sees('第 1 版').doesNotSee('发展攻坚赛道排名');
    await demo.chat.as(leader).says('/排名 发展攻坚 10月').sees('发展攻坚赛道排名');
    await demo.chat
      .as(cadre)
      .says('/排名 区财政局 9月')
      .sees('2026年9月的结果还没有公布')
      .says('/排名 全区 10月')
      .sees('公布结果：2026年10月')
      .presses('查看')
      .sees('第 1 版');
  });

  test.each([
    '/得分 10月',
    '/路线图 10月',
    '/测算 专项债券资金支出进度 10月 90%',
    '/得分 10月 对比 9月',
    '/排名 固投 10月',
  ])('%s is refused with where the published results are', async (text) => {
    await demo.chat.as(cadre).says(text).sees('公布后又有变化').sees('/公布 2026年10月');
  });

  test.each(['/导出 排名 发展攻坚 10月', '/导出 单位 区财政局 10月'])('%s gives no file', async (text) => {
    await demo.chat.as(cadre).says(text).sees('公布后又有变化').doesNotSee('.xlsx');
  });
});
