import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { bot } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import { tellParked } from '#src/jobs/tell-parked.ts';
import { silentLog } from '#src/shared/log.ts';
import type { Doc } from '#src/store/collections.ts';
import { startTestDemonstration } from '../support/demonstration.ts';

/** 叶毅 is administrator; 许美玲 a cadre of 区财政局; U36 has a group. */
const admin = 'ou_demo_C056';
const cadre = 'ou_demo_C045';
const group = 'oc_demo_unit_U36';
const member = 'ou_demo_C172';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());
afterEach(async () => {
  demo.emulator.faults.clear();
  demo.emulator.faults.letBotIn(group);
  await change(async (doc) => ({ ...doc, state: 'dropped' }));
});

const parked = async () =>
  (await demo.store.read((tx) => tx.find('outbox', { index: 'state', key: 'parked' }))).sort(
    (a, b) => a.seq - b.seq,
  );

/** Changes every parked message behind the product's back. */
async function change(to: (doc: Doc<'outbox'>) => Promise<Doc<'outbox'>>): Promise<void> {
  const docs = await parked();
  await demo.store.write({ at: demo.clock.now(), who: 'system', what: 'test' }, async (tx) => {
    for (const doc of docs) await tx.put('outbox', await to(doc));
  });
}

/** The bot is thrown out of the group while its answer is being made. */
async function parkOneInGroup(): Promise<void> {
  demo.emulator.faults.inject({ on: 'reply', kind: 'refused', code: 230002 });
  await demo.chat.as(member).inGroup(group).says('@强引擎 /排名');
  await expect.poll(async () => (await parked()).length).toBe(1);
}

const rankingsIn = (chat: string) =>
  demo.emulator
    .messagesOf(chat)
    .filter((message) => message.from === bot && /排名/.test(messageText(message)));

async function parkUnknown(): Promise<void> {
  await parkOneInGroup();
  await change(async (doc) => ({
    ...doc,
    reason: '结果不明：平台没有回应是否已送达，为避免重复不再自动发送',
    parked: { at: demo.clock.now(), cause: 'unknown', code: null },
  }));
}

describe('an administrator', () => {
  test('sees a parked message with its receiver, reason and remedy, without its content', async () => {
    await parkOneInGroup();
    await demo.chat
      .as(admin)
      .says('/滞留')
      .sees('滞留消息（1 条）')
      .sees('的单位群')
      .sees('机器人不在这个群里（代码 230002）')
      .sees('请先把机器人加回这个群')
      .doesNotSee(/名次|得分|综合/);
  });

  test('sends it again when the bot is back in the chat; the journal says who and why', async () => {
    await parkOneInGroup();
    const before = rankingsIn(group).length;
    await demo.chat.as(admin).says('/parked').sees('滞留消息（1 条）').presses('重试').sees('没有滞留消息');
    await expect.poll(() => rankingsIn(group).length).toBe(before + 1);
    await demo.product.idle();
    const docs = await demo.store.read((tx) => tx.all('outbox'));
    expect(docs.filter(({ decided }) => decided).at(-1)).toMatchObject({
      state: 'sent',
      decided: { what: 'retry', by: 'C056', why: '重试' },
    });
  });

  test('is asked a second time before one is sent that may have arrived', async () => {
    await parkUnknown();
    const before = rankingsIn(group).length;
    await demo.chat
      .as(admin)
      .says('/滞留')
      .sees('请先问对方是否已收到')
      .presses('重试')
      .sees('仍要重发吗')
      .presses('返回')
      .sees('滞留消息（1 条）')
      .presses('重试')
      .presses('仍要重发')
      .sees('没有滞留消息');
    await expect.poll(() => rankingsIn(group).length).toBe(before + 1);
  });

  test('cannot skip the second question with a forged press', async () => {
    await parkUnknown();
    const [doc] = await parked();
    const value = { action: 'parked.retry', id: doc?.id, page: 1, sure: true };
    await demo.chat
      .as(admin)
      .says('/滞留')
      .sees('滞留消息')
      .pressesRaw({ tag: 'button', value })
      .sees('已经更新');
    expect(await parked()).toHaveLength(1);
  });

  test('gives one up with a reason; its content goes and it is never sent', async () => {
    await parkOneInGroup();
    const [doc] = await parked();
    const before = rankingsIn(group).length;
    await demo.chat
      .as(admin)
      .says('/滞留')
      .sees('滞留消息（1 条）')
      .presses('放弃')
      .sees('放弃后不能恢复')
      .fills({ why: 'other', note: '' })
      .submits()
      .sees('请写明原因')
      .fills({ why: 'gone', note: '群已合并' })
      .submits()
      .sees('没有滞留消息');
    expect(await demo.store.read((tx) => tx.get('outbox', doc?.id ?? ''))).toMatchObject({
      state: 'dropped',
      content: null,
      decided: { what: 'drop', by: 'C056', why: '收件人或群已不在：群已合并' },
    });
    await demo.product.idle();
    expect(rankingsIn(group)).toHaveLength(before);
  });

  test('is told that another has decided meanwhile', async () => {
    await parkOneInGroup();
    const chat = demo.chat.as(admin);
    await chat.says('/滞留').sees('滞留消息（1 条）');
    await change(async (doc) => ({ ...doc, state: 'dropped', content: null }));
    await chat.presses('重试').sees('已经处理过了').sees('没有滞留消息');
  });

  test('sends all again that cannot double after a long outage, page by page visible before', async () => {
    for (let count = 1; count <= 8; count += 1) {
      demo.emulator.faults.inject({ on: 'reply', kind: 'refused', code: 230035 });
      await demo.chat.as(cadre).says('/帮助');
      await expect.poll(async () => (await parked()).length).toBe(count);
    }
    const last = (await parked()).at(-1)?.id;
    await change(async (doc) =>
      doc.id === last && doc.parked ? { ...doc, parked: { ...doc.parked, cause: 'unknown' } } : doc,
    );
    await demo.chat
      .as(admin)
      .says('/滞留')
      .sees('第 1/2 页')
      .presses('下一页')
      .sees('第 2/2 页')
      .presses('重试全部不会重复的（7 条）')
      .sees('滞留消息（1 条）');
    await demo.product.idle();
    expect((await parked()).map(({ id }) => id)).toEqual([last]);
  });
});

test.each([cadre, 'ou_demo_C002', 'ou_demo_E001'])('%s is no administrator and sees none', async (person) => {
  await parkOneInGroup();
  await demo.chat.as(person).says('/滞留').sees('不能处理滞留消息').doesNotSee('230002');
});

test('in a group the list is not shown, not even to an administrator', async () => {
  await demo.chat.as(admin).inGroup('oc_demo_talk').says('@强引擎 /滞留').sees('只能在私聊里进行');
});

describe('the digest', () => {
  const around = { calendar: loadCalendar(['data/seed'], [2026]), demo: true, log: silentLog, machineMs: 0 };
  const runAt = (now: string) =>
    demo.store.write({ at: now, who: 'system', what: 'job.tell-parked' }, (tx) =>
      tellParked.run({ ...around, tx, now, chainHead: () => demo.store.trail.head() }),
    );

  test('tells every administrator once a day, in working hours only, and only of new ones', async () => {
    const known = await runAt('2026-11-09T08:00:00+08:00');
    expect(known).toBeUndefined();
    await parkOneInGroup();
    const at = (now: string) =>
      change(async (doc) => ({ ...doc, parked: { at: now, cause: 'refused', code: 230002 } }));
    await at('2026-11-09T20:00:00+08:00');
    expect(await runAt('2026-11-09T21:30:00+08:00')).toBeUndefined();
    const told = await runAt('2026-11-10T08:00:00+08:00');
    expect(told?.notices).toHaveLength(1);
    expect(told?.notices?.[0]).toMatchObject({ to: { person: admin } });
    expect(JSON.stringify(told)).toContain('有 1 条消息没有送达');
    await at('2026-11-10T09:00:00+08:00');
    expect(await runAt('2026-11-10T10:00:00+08:00')).toBeUndefined();
    expect((await runAt('2026-11-11T10:00:00+08:00'))?.notices).toHaveLength(1);
    expect(await runAt('2026-11-12T10:00:00+08:00')).toBeUndefined();
    await at('2026-11-14T09:00:00+08:00');
    // A Saturday.
    expect(await runAt('2026-11-14T10:00:00+08:00')).toBeUndefined();
  });
});
