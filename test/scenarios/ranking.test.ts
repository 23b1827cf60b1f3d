import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const mayor = 'ou_demo_C002';
const cadre = 'ou_demo_C160';
const entrepreneur = 'ou_demo_E001';

describe('a leader asks for rankings', () => {
  test('/ranking in private shows all tracks, as of now, by a rule version, provisional', async () => {
    await demo.chat
      .as(mayor)
      .says('/ranking')
      .sees('各赛道排名')
      .sees('2026年10月')
      .sees('暂列')
      .sees('数据截至 2026年11月6日 09:0')
      .sees('规则版本 2026-1');
  });

  test.each([
    ['/排名 镇街', '镇街竞进赛道排名', '学府街道'],
    ['／排名　园区', '园区', '区经开区'],
    ['/排名 全区', '跨赛道', '区经开区'],
    ['/排名 经济运行专班', '经济运行专班排名', '区发改委'],
    ['/排名 固投', '固定资产投资排名', '亿元'],
    ['/排名 固投 9月', '2026年9月', '亿元'],
    ['/排名 三季度 镇街', '2026年三季度', '学府街道'],
    ['/排名 上半年', '2026年上半年', '学府街道'],
    ['排名 上月', '2026年10月', '学府街道'],
  ])('%s', async (text, title, row) => {
    await demo.chat.as(mayor).says(text).sees(title).sees(row);
  });

  test('the running period says so', async () => {
    await demo.chat.as(mayor).says('/排名 本月').sees('本期未结束');
  });

  test.each(['/排名 2026', '/排名 镇街 今年'])(
    '%s: nothing counts yet, and the last month is one press away',
    async (text) => {
      await demo.chat
        .as(mayor)
        .says(text)
        .sees('2026年还没有可以计分的数据，到期后才有得分和名次')
        .presses('看2026年10月')
        .sees('学府街道')
        .doesNotSee('还没有可以计分的数据');
    },
  );

  test('the buttons update the same card', async () => {
    const chat = demo.emulator.privateChatOf(mayor);
    await demo.chat.as(mayor).says('/排名 镇街').sees('2026年10月');
    const before = demo.emulator.messagesOf(chat).length;
    await demo.chat
      .as(mayor)
      .presses('‹ 上月')
      .sees('2026年9月')
      .presses('全区')
      .sees('跨赛道')
      .presses('下一页')
      .sees('第 2/');
    expect(demo.emulator.messagesOf(chat)).toHaveLength(before);
  });

  test('为什么 leads to the working of a score', async () => {
    await demo.chat
      .as(mayor)
      .says('/排名 镇街')
      .sees('学府街道')
      .chooses('学府街道')
      .sees('学府街道得分明细')
      .sees('失分');
  });

  test.each([
    ['/排名 不存在的东西', '没有听懂“不存在的东西”'],
    ['/排名 2027年', '没有'],
    ['/排名 12月', '没有'],
    ['/排民', '您是不是想'],
    ['/xyzzy', '没有听懂'],
  ])('%s gets a clear sentence', async (text, answer) => {
    await demo.chat.as(mayor).says(text).sees(answer);
  });
});

describe('what is shown depends on the person and the chat', () => {
  test("a cadre in private sees the first five and the own unit's neighbours", async () => {
    await demo.chat
      .as(cadre)
      .says('/排名')
      .sees('镇街竞进赛道')
      .sees('学府街道')
      .sees('前 5 名')
      .doesNotSee('永安镇');
  });

  test('of the district the first five of each track and the neighbours in the own track, and the card says so', async () => {
    await demo.chat
      .as(cadre)
      .says('/排名 全区')
      .sees('显示各赛道前 5 名和本单位在赛道里前后各两名。')
      .doesNotSee('永安镇');
  });

  test('a public ranking chat shows the first five of each track, also to the mayor', async () => {
    await demo.chat
      .as(mayor)
      .inGroup('oc_demo_ranking')
      .says('/排名 镇街')
      .sees('前 5 名')
      .doesNotSee('永安镇');
  });

  test("a leaders' chat shows everything", async () => {
    await demo.chat.as(mayor).inGroup('oc_demo_leaders').says('@强引擎 /排名 镇街').sees('永安镇');
  });

  test("a task force's chat shows its own units on its indicators, nothing else", async () => {
    const speaker = demo.chat.as('ou_demo_C023').inGroup('oc_demo_tf_TF01');
    await speaker.says('/排名').sees('经济运行专班').sees('区发改委').doesNotSee('学府街道');
    await speaker.says('/排名 镇街').sees('只能看本专班的指标');
  });

  test('an unregistered group gets one line, the asker the card in private', async () => {
    await demo.chat.as(mayor).inGroup('oc_demo_talk').says('/排名').sees('没有登记').doesNotSee('学府街道');
    await demo.chat.as(mayor).sees('各赛道排名');
  });

  test('an entrepreneur sees none', async () => {
    await demo.chat
      .as(entrepreneur)
      .says('/排名')
      .sees('您的身份不能查看排名')
      .sees('您可以提交诉求')
      .presses('提交诉求')
      .sees('企业诉求');
  });

  test("a cadre is refused another unit's working", async () => {
    await demo.chat.as(cadre).says('/得分 学府街道').sees('只给本单位和区领导、考核办');
    await demo.chat.as(cadre).says('/得分 10月').sees('望江街道得分明细');
  });

  test('help shows what this person may do here', async () => {
    await demo.chat.as(entrepreneur).says('/帮助').sees('诉求').doesNotSee('排名');
    await demo.chat.as(mayor).says('/帮助').sees('排名');
  });
});

describe('clicks count only where the card was sent', () => {
  const value = { action: 'ranking.show', scope: 'track', of: 'T3', period: '2026-10', page: 1 };
  const press = { tag: 'button', value };

  test('a button that the card never had is refused', async () => {
    await demo.chat
      .as(cadre)
      .says('/排名')
      .sees('镇街竞进赛道')
      .pressesRaw({ tag: 'button', value: { ...value, scope: 'district', of: undefined, page: 3 } })
      .sees('请按最新的卡片操作');
  });

  test("a card of another person's private chat is refused", async () => {
    await demo.chat.as(mayor).says('/排名').sees('各赛道排名');
    const [message] = demo.emulator.messagesOf(demo.emulator.privateChatOf(mayor)).slice(-1);
    const answer = await demo.emulator.clicks(cadre, message?.id ?? '', press).catch((error: Error) => error);
    expect(JSON.stringify(answer instanceof Error ? answer.message : answer)).not.toContain('永安镇');
  });

  test('a card older than 14 days is no longer pressed', async () => {
    await demo.chat.as('ou_demo_C006').says('/排名').sees('各赛道排名');
    demo.clock.moveTo('2026-11-21T09:00:00+08:00');
    await demo.chat.as('ou_demo_C006').presses('‹ 上月').sees('超过 14 天');
  });
});
