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

  test('an overdue problem is a tap from its ticket for who works on it; others are told its number alone', async () => {
    // 阎璐, a district leader who heads U42, whose problems are overdue.
    const value = { action: 'brief.evidence', period: '2026-10', kind: 'problem' };
    const evidence = (person: string) =>
      demo.chat.as(person).says('/简报 10月').sees('诉求').pressesRaw({ tag: 'button', value });
    await evidence('ou_demo_C012').sees('P0467').presses('看 P0467').sees('查询码');
    await evidence(mayor).sees('P0467').sees('要督办请说编号').doesNotSee('看 P0467');
    await demo.chat
      .as('ou_demo_C012')
      .inGroup('oc_demo_leaders')
      .says('/简报 10月')
      .sees('诉求')
      .pressesRaw({ tag: 'button', value })
      .sees('P0467')
      .doesNotSee('看 P0467')
      .presses('看由我承办的诉求')
      .sees('已私聊答复您');
  });

  test('asks only for what nobody has decided yet, as of today; an older period’s brief does not ask again', async () => {
    const at = { at: demo.clock.now(), who: 'system', what: 'test' };
    const all = await demo.store.read((tx) => tx.all('problems'));
    const overdue = all.find(({ state, unit }) => state === 'in_progress' && unit !== null);
    if (!overdue) throw new Error('nothing is under way');
    await demo.store.write(at, (tx) =>
      tx.put('problems', { ...overdue, assigned_at: '2026-09-01T09:00:00+08:00', pauses: [] }),
    );
    await demo.chat
      .as(mayor)
      .says('/简报 10月')
      .sees(/截至11月6日，\d+ 件企业诉求超过时限，.*；另有 2 件超期的已经提级。/)
      .says('/简报 9月')
      .sees('2026年9月考核工作简报')
      .doesNotSee('件企业诉求超过时限');
  });

  test('its foot names the rule version of its period, not the newest', async () => {
    const at = { at: demo.clock.now(), who: 'system', what: 'test' };
    await demo.store.write(at, (tx) =>
      tx.put('rule_versions', {
        ...{ id: '2026-9', at: demo.clock.now(), by: 'C085', why: '试行', from: '2026-12' },
        assignments: [],
      }),
    );
    await demo.chat.as(mayor).says('/简报 10月').sees('规则版本').doesNotSee('2026-9');
    expect((await newestPage(mayor)).foot.join('')).not.toContain('2026-9');
  });

  test('among leaders it stands in the group, elsewhere it comes alone; a cadre has none', async () => {
    await demo.chat.as(mayor).inGroup('oc_demo_leaders').says('/简报 10月').sees('三项待决定');
    await demo.chat.as(mayor).inGroup('oc_demo_talk').says('/简报 10月').sees('简报已私聊发给您');
    await demo.chat
      .as(cadre)
      .says('/简报')
      .sees('您的身份不能查看简报')
      .sees('区领导、考核办、组织部、督查室可以查看');
    await demo.chat.as(mayor).says('/简报 2024年10月').sees('没有2024年的考核数据');
    await demo.chat.as(mayor).says('/简报 什么').sees('请说一个时期');
  });
});
