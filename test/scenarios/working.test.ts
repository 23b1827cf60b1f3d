import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#src/commands/index.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const mayor = 'ou_demo_C002';
/** Of 望江街道. */
const cadre = 'ou_demo_C160';
const entrepreneur = 'ou_demo_E001';

describe('why a score is another one', () => {
  test('“9月 对比 10月” of a named unit: line by line, the others in aggregate', async () => {
    await demo.chat
      .as(mayor)
      .says('/explain 区工信局 9月 对比 10月')
      .sees('区工信局得分变化')
      .sees('2026年9月 → 2026年10月')
      .sees('第 12 名 → 第')
      .sees('影响总分')
      .sees('超过我们的');
  });

  test('the order of the periods does not matter, and “为什么 退了两位” means the period before', async () => {
    await demo.chat.as(mayor).says('/得分 区工信局 10月 对比 9月').sees('2026年9月 → 2026年10月');
    await demo.chat
      .as(cadre)
      .says('/为什么 退了两位')
      .sees('望江街道得分变化')
      .sees('2026年9月 → 2026年10月');
  });

  test('与上期比较 is on the ranking and on the explanation', async () => {
    await demo.chat
      .as(cadre)
      .says('/排名')
      .presses('与上期比较')
      .sees('望江街道得分变化')
      .presses('看本期明细')
      .sees('填报人')
      .presses('与上期比较')
      .sees('望江街道得分变化');
  });

  test.each([
    ['/得分 区工信局 对比 9月', '只给本单位'],
    ['/得分 10月 对比 10月', '两个不同的时期'],
    ['/得分 10月 对比 2024年10月', '没有2024年的考核数据'],
  ])('%s gets a clear sentence', async (text, answer) => {
    await demo.chat.as(cadre).says(text).sees(answer);
  });
});

describe('who has not said which unit', () => {
  test.each([
    ['/得分', '得分明细', '区工信局得分明细'],
    ['/路线图', '路线图', '区工信局争先进位路线图'],
    ['/得分 文旅', '说的是哪个单位', '得分明细'],
  ])('%s of a leader is answered with the units to choose from', async (text, asked, shown) => {
    await demo.chat
      .as(mayor)
      .says(text)
      .sees(asked)
      .sees('选一个单位')
      .chooses(text === '/得分 文旅' ? '区文旅局' : '区工信局')
      .sees(shown);
  });

  test('an indicator of a cadre’s only unit means that unit', async () => {
    await demo.chat.as('ou_demo_C045').says('/得分 专项债').sees('区财政局得分明细');
    await demo.chat
      .as('ou_demo_C045')
      .says('/得分 没有这个局')
      .sees('“没有这个局”说的是哪个单位')
      .sees('区财政局');
  });

  test('in a group the choice comes in private', async () => {
    await demo.chat
      .as('ou_demo_C056')
      .inGroup('oc_demo_talk')
      .says('/得分 查无此局')
      .sees(/请在私聊里选一个单位|不能查看单位的得分明细/);
  });
});

describe('the road map to the next place', () => {
  test('shows the gap, the smallest gains and expected beside actual', async () => {
    await demo.chat
      .as(mayor)
      .says('/路线图 区工信局')
      .sees('区工信局争先进位路线图')
      .sees('前一位是第')
      .sees('占全年目标')
      .sees('对方要保持领先')
      .sees('时点目标：实际 / 预期')
      .presses('测算最省的一项')
      .sees('测算：区工信局')
      .sees('只是测算，不保存');
  });

  test('a unit’s own people have theirs, in a group privately', async () => {
    await demo.chat.as(cadre).says('/路线图').sees('望江街道争先进位路线图');
    await demo.chat.as(cadre).says('/路线图 区工信局').sees('只给本单位');
    await demo.chat.as(entrepreneur).says('/路线图').sees('您的身份不能');
  });
});

describe('what if', () => {
  test('several values make a table, and nothing is saved', async () => {
    const chat = demo.chat.as(cadre);
    await chat
      .says('/whatif 固投 15亿；PM2.5 32 测算')
      .sees('测算：望江街道')
      .sees('→ 15 亿元')
      .sees('→ 32 微克/立方米')
      .sees('只显示您在赛道排名里本来能看到的单位');
    await demo.chat.as(cadre).says('/得分 10月').sees('91.93 分');
  });

  test('the README’s example works for the README’s own person, and help in a group offers none that would fail', async () => {
    const xu = demo.chat.as('ou_demo_C045');
    const { example = '' } = commands.find(({ name }) => name === 'whatif') ?? {};
    await xu
      .says(example)
      .sees('测算：区财政局')
      .sees('→ 180 亿元')
      .sees(/→ +90%/);
    const group = demo.chat.as('ou_demo_C045').inGroup('oc_demo_ranking');
    await group
      .says('/帮助')
      .sees('也可以 @机器人 说一句话，或在私聊里直接发')
      .sees('例：/测算')
      .doesNotSee('例：/测算 ');
    await xu.inPrivate().says('/帮助').sees('也可以直接发一句话').sees('例：/测算 ');
  });

  test.each([cadre, mayor, 'ou_demo_C045'])('/测算 alone shows an example that works: %s', async (who) => {
    await demo.chat
      .as(who)
      .says('/测算')
      .sees('怎么测算')
      .presses('试试这个例子')
      .sees('测算：')
      .sees('只是测算，不保存');
  });

  test('an indicator that is not the unit’s is refused with where to see which are', async () => {
    await demo.chat.as('ou_demo_C045').says('/测算 PM2.5 32').sees('发送“/得分 区财政局”看它承担哪些指标');
  });

  test('it shows only the units that the ranking shows', async () => {
    const chat = demo.emulator.privateChatOf(cadre);
    await demo.chat.as(cadre).says('/测算 固投 0.01亿').sees('测算：望江街道');
    const shown = JSON.stringify(demo.emulator.messagesOf(chat).at(-1));
    expect(shown).not.toContain('永安镇');
    await demo.chat.as(mayor).says('/测算 望江街道 固投 0.01亿').sees('永安镇');
  });

  test.each([
    ['/测算', '请说要测算的指标和数值'],
    ['/测算 固投 15', '请带上计量单位，如：/测算 固定资产投资'],
    ['/测算 新签约项目 2.5个', '只能填整数，2.5 带有小数'],
    ['/测算 固投 9999999亿', '合理范围'],
    ['/测算 区工信局 固投 15亿', '只给本单位'],
    ['/测算 天气 15', '请说要测算的指标和数值'],
    ['/测算 固投 9999999亿', '超出“固定资产投资”的合理范围'],
  ])('%s gets a clear sentence', async (text, answer) => {
    await demo.chat.as(cadre).says(text).sees(answer);
  });
});
