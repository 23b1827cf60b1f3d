import { beforeEach, describe, expect, test } from 'vitest';
import { receiveFile } from '#src/commands/receive-file.ts';
import { sayProgress } from '#src/commands/say-progress.ts';
import { ticket } from '#src/commands/ticket.ts';
import type { Reply } from '#src/reply/reply.ts';
import { elementsOf, valuesIn } from '../../cards/read-card.ts';
import { problemChat, sentTo, textOf } from '../../support/problem-chat.ts';
import {
  accounts,
  type ProblemWorld,
  problemContext,
  problemNow,
  problemWorld,
} from '../../support/problem-world.ts';

const later = '2026-11-10T09:00:00+08:00';
const reason = '请提供厂区排水图<at id=all></at>';

let world: ProblemWorld;
let chat: ReturnType<typeof problemChat>;
beforeEach(async () => {
  world = await problemWorld();
  chat = problemChat(world);
  await world.given({
    ...{ state: 'assigned', accepted_at: problemNow, assigned_at: problemNow },
    ...{ desk: 'C001', unit: 'U01', handler: 'C004' },
  });
});

const told = (reply: Reply) => (reply.notices ?? []).map(({ to }) => ('person' in to ? to.person : to.chat));
const pause = (who: 'handler' | 'desk' = 'handler') => chat.press('problem.pause', { who, form: { reason } });
const supplement = (text: string) =>
  chat.press('problem.supplement', { who: 'entrepreneur', form: { text }, now: later });
const firstOf = (reply: Reply) => reply.here?.[0] ?? reply.privately?.[0];

describe('请企业补充', () => {
  test('the entrepreneur is told what is needed and answers with a form; everybody reads that the clock stands still', async () => {
    const form = await chat.press('problem.open', {
      who: 'handler',
      payload: { problem: 'P0001', form: 'pause' },
    });
    expect(textOf(form.replace)).toContain('请企业补充');
    const reply = await pause();
    expect(told(reply)).toEqual([accounts.entrepreneur]);
    const [card = ''] = sentTo(reply, accounts.entrepreneur);
    expect(card).toContain('您的诉求等您补充');
    expect(card).toContain(`需要您补充：${reason}`);
    expect(JSON.stringify(reply)).not.toContain('<at');
    expect(textOf(reply.replace)).toContain('等企业补充，时限暂停');
    expect(reply.replace?.subject).toBe('problem:P0001:handler:U01');
    const opened = await chat.press('problem.supplement_open', { who: 'entrepreneur' });
    expect(valuesIn(opened.replace?.card)).toContainEqual({
      action: 'problem.supplement',
      problem: 'P0001',
    });
  });

  test('by the desk its own card follows', async () => {
    const reply = await pause('desk');
    expect(reply.replace?.subject).toBe('problem:P0001:desk');
    expect(told(reply)).toEqual([accounts.entrepreneur]);
  });

  test('what the entrepreneur adds goes to the officer, the handler and the head, and the deadlines move', async () => {
    await pause();
    const reply = await supplement('排水图已发到经办人邮箱 **急** <at id=all></at>');
    expect(told(reply)).toEqual([accounts.desk, accounts.handler, accounts.head]);
    const [card = ''] = sentTo(reply, accounts.handler);
    expect(card).toContain('企业补充：排水图已发到经办人邮箱 **急** <at id=all></at>');
    expect(card).toContain('企业补充，时限继续：');
    expect(card).toContain('首次答复截止11月13日');
    expect(JSON.stringify(reply)).not.toContain('<at');
    expect(textOf(reply.replace)).toMatch(/您补充：排水图已发到经办人邮箱/);
    await expect(supplement('排水图已发到经办人邮箱 **急** <at id=all></at>')).rejects.toMatchObject({
      code: 'already_done',
    });
  });

  test('when the unit answers without it, the card says that it is no longer waited for', async () => {
    await pause();
    const form = { text: '现场已看，不用图了。' };
    const reply = await chat.press('problem.answer', { who: 'handler', form, now: later });
    expect(textOf(reply.replace)).toContain('不再等企业补充，时限继续');
    expect(textOf(reply.replace)).not.toContain('企业已补充');
  });
});

describe('an entrepreneur who answers in words', () => {
  const say = (text: string, who: 'entrepreneur' | 'stranger' = 'entrepreneur') =>
    world.write(async (tx) => sayProgress(await problemContext(world, tx, { who }), text));
  const ways = (reply: Reply) =>
    valuesIn(firstOf(reply)?.card).map(({ say: said }) => said as string | undefined);

  test('is offered the form of the problem that waits, with their words in it', async () => {
    await pause();
    const offered = ways(await say('图已发'));
    expect(offered[0]).toBe('/ticket ABCD2345 补充 图已发');
    const shown = await chat.say(ticket, 'ABCD2345 补充 图已发', { who: 'entrepreneur' });
    const card = firstOf(shown)?.card;
    expect(elementsOf(card, 'input').map(({ default_value }) => default_value)).toEqual(['图已发']);
    expect(firstOf(shown)?.sealUnder).toBe('E001');
  });

  test('is offered it where nothing waits only when they speak of adding, and never somebody else’s', async () => {
    expect(ways(await say('补充材料：排水图已发'))[0]).toContain('/ticket ABCD2345 补充 ');
    expect(ways(await say('我们厂门口路灯坏了'))[0]).toContain('/problem ');
    expect(ways(await say('补充材料：排水图已发', 'stranger'))[0]).toContain('/problem ');
    const foreign = await chat.say(ticket, 'ABCD2345 补充 图已发', { who: 'stranger' });
    expect(textOf(firstOf(foreign))).toContain('没有找到');
    const staff = await chat.say(ticket, 'ABCD2345 补充 图已发', { who: 'handler' });
    expect(elementsOf(firstOf(staff)?.card, 'input')).toEqual([]);
  });

  test('is told with a file where to write', async () => {
    const file = { name: '排水图.pdf', hash: 'x', type: 'file' as const };
    const reply = await world.write(async (tx) =>
      receiveFile(await problemContext(world, tx, { who: 'entrepreneur' }), file),
    );
    expect(textOf(firstOf(reply))).toContain('点“补充说明”');
  });
});
