import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDemonstration } from '../support/demonstration.ts';
import { wordText } from '../support/word-text.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const mayor = 'ou_demo_C002';
const cadre = 'ou_demo_C160';

async function newestPage(person: string) {
  const sent = demo.emulator.messagesOf(demo.emulator.privateChatOf(person));
  const body = sent.findLast(({ from, body: { kind } }) => from === 'bot' && kind === 'file')?.body;
  if (body?.kind !== 'file') throw new Error('no file was sent');
  const served = await fetch(`${demo.url}/api/files/${body.key}`);
  return wordText(new Uint8Array(await served.arrayBuffer()));
}

describe('a leader’s brief', () => {
  test('/brief 2026-10 answers with one card and one Word page that say the same', async () => {
    await demo.chat
      .as(mayor)
      .says('/brief 2026-10')
      .sees('2026年10月考核工作简报')
      .sees('三项变化')
      .sees('三项待决定')
      .sees('请决定')
      .sees('[文件] 2026年10月考核工作简报.docx');
    const { body, head } = await newestPage(mayor);
    expect(head).toEqual(['演示数据，均为虚构']);
    expect(body).toHaveLength(10);
    const first = /1\. (.+?)在/.exec(body[3] ?? '')?.[1] ?? 'nobody';
    await demo.chat.as(mayor).says('/简报 10月').sees(first);
  });

  test('each line is a tap from its evidence', async () => {
    await demo.chat
      .as(mayor)
      .says('/简报 10月')
      .presses('为什么')
      .sees('得分变化')
      .says('/简报 10月')
      .presses('看依据')
      .sees('本期一票否决（1）')
      .presses('回到简报')
      .sees('三项待决定')
      .presses('‹ 上月')
      .sees('2026年9月考核工作简报')
      .presses('看各赛道排名')
      .sees('各赛道排名');
  });

  test('among leaders it stands in the group, elsewhere it comes alone; a cadre has none', async () => {
    await demo.chat.as(mayor).inGroup('oc_demo_leaders').says('/简报 10月').sees('三项待决定');
    await demo.chat.as(mayor).inGroup('oc_demo_talk').says('/简报 10月').sees('简报已私聊发给您');
    await demo.chat.as(cadre).says('/简报').sees('您的身份不能查看简报');
    await demo.chat.as(mayor).says('/简报 2024年10月').sees('没有2024年的考核数据');
    await demo.chat.as(mayor).says('/简报 什么').sees('请说一个时期');
  });
});
