import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyTable } from '#src/domain/assessment/published/verify-table.ts';
import { publishedTableSchema } from '#src/domain/assessment/records/published-table.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const office = 'ou_demo_C085';
const second = 'ou_demo_C086';
const leader = 'ou_demo_C002';
const cadre = 'ou_demo_C045';

const publish = (period: string, track: string, why?: string) =>
  demo.chat
    .as(office)
    .says(`/公布 ${period}`)
    .sees('公布结果：')
    .chooses(track)
    .sees(/公布：/)
    .fills(why === undefined ? {} : { why })
    .submits(/公布/);

describe('published tables', () => {
  test('stay as they were published, are corrected in editions that name what changed, and are recomputed exactly', async () => {
    await publish('10月', 'track|T1').sees('第 1 版').sees('校验码');
    await demo.chat
      .as(cadre)
      .says('专项债券资金支出进度10月84.3%')
      .sees('请确认')
      .presses('确认上报')
      .sees('已记录');
    await demo.chat
      .as(office)
      .says('/公布 10月')
      .sees('公布结果：')
      .chooses('track|T1')
      .sees('84.3')
      .sees('与第 1 版相比');
  });

  test('corrected, both editions are kept', async () => {
    await publish('10月', 'track|T1', '区财政局补报').sees('第 2 版').sees('区财政局补报');
    const tables = await demo.store.read((tx) => tx.all('published_tables'));
    expect(tables.map(({ id }) => id)).toEqual(['2026-10.T1.1', '2026-10.T1.2']);
    expect(tables.map((table) => verifyTable(table).faults)).toEqual([[], []]);
    expect(tables[1]?.changes?.some((change) => change.includes('84.3'))).toBe(true);
    await demo.chat
      .as(office)
      .presses('重算核对')
      .sees('重算一致')
      .presses('返回公布表')
      .presses('公平性分析')
      .sees('权重增减 1 分');
    await publish('10月', 'track|T1', '再来一次').sees('没有差别');
  });

  test('are exported as a file that says everything', async () => {
    await demo.chat
      .as(office)
      .says('/公布 10月')
      .sees('公布结果：')
      .presses('查看')
      .sees('第 2 版')
      .presses('导出存档')
      .sees('公布表-2026-10.T1.2.json');
    const [sent] = (await demo.store.read((tx) => tx.all('outbox'))).filter(({ kind }) => kind === 'file');
    expect(sent).toBeDefined();
    const [table] = await demo.store.read((tx) => tx.all('published_tables'));
    expect(publishedTableSchema.parse(table).inputs.assignments.length).toBeGreaterThan(300);
  });

  test('show each as much as a live ranking would', async () => {
    await demo.chat
      .as(leader)
      .says('/公布 10月')
      .sees('公布结果：')
      .presses('查看')
      .sees('公平性分析')
      .doesNotSee('显示可看的部分');
    await demo.chat
      .as(cadre)
      .says('/公布 10月')
      .sees('公布结果：')
      .presses('查看')
      .sees('显示可看的部分')
      .doesNotSee('公平性分析');
    await demo.chat
      .as(cadre)
      .inGroup('oc_demo_ranking')
      .says('/公布 10月')
      .sees('公布结果：')
      .presses('查看')
      .sees('显示可看的部分');
    await demo.chat.as('ou_demo_E001').says('/公布').sees('您的身份不能查看公布结果');
    await demo.chat
      .as(cadre)
      .inGroup('oc_demo_talk')
      .says('/公布 9月')
      .sees('已私聊发给您')
      .doesNotSee('发展攻坚');
    await demo.chat
      .as(cadre)
      .sees('公布结果：2026年9月')
      .sees('这个时期还没有公布的结果')
      .presses('2026年10月')
      .sees('公布结果：2026年10月')
      .presses('查看');
  });

  test('cannot be made before their period has ended', async () => {
    await demo.chat.as(office).says('/公布 11月').sees('公布结果：').chooses('track|T1').sees('还没有结束');
  });
});

describe('where the office keeps results as drafts until they are published', () => {
  test('those assessed see no place and no score of what is not, in private or in a group; leaders do', async () => {
    await demo.chat.as(office).says('/公布 9月').presses('改为公布前不可看').sees('公布前是草稿');
    await demo.chat.as(cadre).says('/排名 9月').sees('2026年9月的结果还没有公布');
    await demo.chat
      .as(cadre)
      .says('/得分 9月')
      .sees('还没有公布')
      .presses('看已公布的')
      .sees('公布结果：2026年10月');
    await demo.chat.as(leader).inGroup('oc_demo_ranking').says('/排名 9月').sees('还没有公布');
    await demo.chat.as(leader).says('/排名 9月').sees('发展攻坚赛道');
    await demo.chat.as(cadre).says('/排名 发展攻坚 10月').sees('发展攻坚赛道');
    await demo.chat.as(cadre).says('/得分 10月').sees('得分明细');
    await demo.chat.as(office).says('/公布 9月').presses('改为随时可看').sees('实时排名和得分');
    await demo.chat.as(cadre).says('/排名 9月').sees('发展攻坚赛道');
  });
});

describe('year-end grades', () => {
  test('follow from the published year, need a second person, and are told to each unit alone', async () => {
    demo.clock.moveTo('2027-01-20T10:00:00+08:00');
    await demo.chat.as(office).says('/等次').sees('2026年度等次').presses('‹ 2025年');
    await demo.chat
      .as(office)
      .sees(/第一等次（\d+ 个） ?：.*区发改委/)
      .doesNotSee('还没有划分赛道')
      .doesNotSee('‹ 2024年');
    await demo.chat.as(office).says('/等次 2026').sees('全年结果还没有公布').doesNotSee('提出等次');
    await publish('2026年', 'track|T4').sees('第 1 版');
    await demo.chat
      .as(office)
      .says('/等次 2026')
      .sees('全年结果已公布')
      .presses('提出等次')
      .sees('待审核')
      .sees('边界说明');
    await demo.chat.as(office).sees('审核前您可以撤回').doesNotSee('审核通过').doesNotSee('驳回');
    await demo.chat.as(leader).says('/等次 2026').sees('已提出，待审核，没有生效').doesNotSee('查看');
    await demo.chat.as('ou_demo_C012').looksAway();
    await demo.chat.as(second).sees('待审核').doesNotSee('撤回').presses('审核通过').sees('已生效');
    await demo.chat
      .as('ou_demo_C012')
      .sees(/区经开区2026年度考核结果/)
      .sees(/第[一二三]等次/)
      .doesNotSee('区高新区');
    const units = await demo.store.read((tx) => tx.all('units'));
    const graded = units.filter(({ grades }) => grades['2026'] !== undefined);
    expect(graded.map(({ id }) => id)).toHaveLength(7);
    expect(graded.filter(({ grades }) => grades['2026'] === 'first').length).toBeGreaterThan(0);
    await demo.chat.as(leader).says('/等次 2026').sees('已生效').presses('查看').sees('边界说明');
    await demo.chat.as(cadre).says('/等次 2026').sees('您的身份不能查看年度等次');
  });
});
