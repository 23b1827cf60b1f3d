import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outbox } from '#src/reply/outbox.ts';
import { failure } from '../support/reply-fake-feishu.ts';
import { askedIn, cardOf, createBench, leap, pass, textsOf } from './outbox-bench.ts';

const days = 24 * 3_600_000;

describe('the outbox, updates in place', () => {
  let bench: ReturnType<typeof createBench>;
  let outbox: Outbox;
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
    bench = createBench();
    outbox = bench.open();
    outbox.start();
  });
  afterEach(async () => {
    await outbox.stop();
    vi.useRealTimers();
  });

  const show = (title: string, chat = 'oc_a') =>
    bench.queue(
      { here: [{ card: cardOf(title, `${title}键`), subject: 'thing:1' }] },
      { asked: askedIn(chat) },
    );
  const update = (title: string) =>
    bench.queue({ updates: [{ subject: 'thing:1', card: cardOf(title, `${title}键`) }] });
  const run = async (ms = 2000) => {
    outbox.wake();
    await pass(ms);
  };
  const updates = () => bench.feishu.calls.filter(({ type }) => type === 'update');

  it('updates every card of the subject, in whichever chat it was sent', async () => {
    await show('甲', 'oc_a');
    await show('甲', 'oc_b');
    await run();
    await update('乙');
    await run();
    expect(updates().map(({ to }) => to)).toEqual(['om_1', 'om_2']);
    expect(textsOf(updates())).toEqual(['乙', '乙']);
  });

  it('lets an update wait until the original was sent', async () => {
    bench.feishu.script(({ type }) => type === 'reply', failure('retry', 5000), failure('retry', 5000));
    await show('甲');
    await update('乙');
    await run(10_000);
    expect(textsOf(bench.feishu.calls)).toEqual(['甲', '甲', '甲', '乙']);
    expect(updates().map(({ to }) => to)).toEqual(['om_1']);
  });

  it('skips updates that a newer one of the same message has made needless', async () => {
    await show('甲');
    await run();
    for (const title of ['乙', '丙', '丁']) await update(title);
    await run();
    expect(textsOf(updates())).toEqual(['丁']);
    expect((await bench.docs()).filter(({ state }) => state === 'queued')).toEqual([]);
  });

  it('updates one message at most 4 times a second', async () => {
    await show('甲');
    await run();
    for (let number = 0; number < 40; number += 1) {
      await update(`第${number}`);
      await run(50);
    }
    await run();
    const starts = updates().map(({ atMs }) => atMs);
    const most = Math.max(...starts.map((a) => starts.filter((b) => b >= a && b < a + 1000).length));
    expect(most).toBe(4);
    expect(textsOf(updates()).at(-1)).toBe('第39');
  });

  it('may repeat an update of unknown outcome for longer than an hour', async () => {
    await show('甲');
    await run();
    bench.feishu.script(
      ({ type }) => type === 'update',
      ...Array.from({ length: 25 }, () => failure('unknown', 0)),
    );
    await update('乙');
    await run();
    await leap(180 * 60_000);
    expect(updates()).toHaveLength(26);
    expect(await outbox.parked()).toEqual([]);
  });

  it('parks the update of a message that never arrived, and sends both when the message is retried', async () => {
    bench.feishu.script(({ type }) => type === 'reply', failure('refused', 230002));
    await show('甲');
    await update('乙');
    await run();
    expect((await outbox.parked()).map(({ reason }) => reason)).toEqual([
      '平台拒收：机器人不在这个群里（代码 230002）',
      '要更新的消息没有送达，无需更新',
    ]);
    const [first] = await outbox.parked();
    await bench.retry(first?.id ?? '');
    await run();
    expect(textsOf(bench.feishu.calls)).toEqual(['甲', '甲', '乙']);
  });

  it('leaves cards older than 14 days alone', async () => {
    await show('甲');
    await run();
    bench.moveClock(14 * days + 60_000);
    await update('乙');
    await run();
    expect(updates()).toEqual([]);
  });
});
