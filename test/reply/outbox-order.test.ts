import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../support/reply-fake-feishu.ts';
import { askedIn, createBench, pass, textsOf } from './outbox-bench.ts';

describe('the outbox, order and pace', () => {
  let bench: ReturnType<typeof createBench>;
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
    bench = createBench();
  });
  afterEach(() => vi.useRealTimers());

  const toChat = (chat: string) => bench.feishu.delivered.filter(({ to }) => to === `om_in_${chat}`);
  const startsOf = (calls: readonly { readonly atMs: number }[]) => calls.map(({ atMs }) => atMs);
  const mostPerWindow = (starts: readonly number[], ms: number) =>
    Math.max(...starts.map((start) => starts.filter((other) => other >= start && other < start + ms).length));

  it('sends the messages of a chat in the order in which they were queued', async () => {
    const outbox = bench.open();
    outbox.start();
    const texts = Array.from({ length: 12 }, (_, number) => `第${number}条`);
    await bench.say('oc_a', ...texts);
    outbox.wake();
    await pass(10_000);
    expect(textsOf(toChat('oc_a'))).toEqual(texts);
    await outbox.stop();
  });

  it('keeps the order when an early message must be tried again', async () => {
    bench.feishu.script(() => true, failure('retry', 5000));
    const outbox = bench.open();
    outbox.start();
    await bench.say('oc_a', '一', '二', '三');
    outbox.wake();
    await pass(10_000);
    expect(textsOf(toChat('oc_a'))).toEqual(['一', '二', '三']);
    await outbox.stop();
  });

  it('lets a stuck chat hold up nobody else', async () => {
    const always = Array.from({ length: 50 }, () => failure('retry', 5000));
    bench.feishu.script(({ to }) => to === 'om_in_oc_stuck', ...always);
    const outbox = bench.open();
    outbox.start();
    await bench.say('oc_stuck', '卡住');
    await bench.say('oc_a', '一', '二');
    outbox.wake();
    await pass(2000);
    expect(textsOf(toChat('oc_a'))).toEqual(['一', '二']);
    expect(toChat('oc_stuck')).toEqual([]);
    await outbox.stop();
  });

  it('starts at most 4 messages a second in a chat, though all are ready', async () => {
    const outbox = bench.open();
    outbox.start();
    await bench.say('oc_a', ...Array.from({ length: 20 }, (_, number) => `${number}`));
    outbox.wake();
    await pass(10_000);
    expect(toChat('oc_a')).toHaveLength(20);
    expect(mostPerWindow(startsOf(bench.feishu.calls), 1000)).toBe(4);
    await outbox.stop();
  });

  it('starts at most 45 messages a second in all chats together', async () => {
    const outbox = bench.open();
    outbox.start();
    const notices = Array.from({ length: 150 }, (_, number) => ({
      to: { person: `ou_${number}` },
      message: { text: '通知' },
    }));
    await bench.queue({ notices });
    outbox.wake();
    await pass(5000);
    expect(bench.feishu.delivered).toHaveLength(150);
    expect(mostPerWindow(startsOf(bench.feishu.calls), 1000)).toBe(45);
    await outbox.stop();
  });

  it('has at most so many calls under way at once as it was told', async () => {
    const outbox = bench.open({ concurrency: 3 });
    outbox.start();
    for (const chat of ['a', 'b', 'c', 'd', 'e']) await bench.say(`oc_${chat}`, '你好');
    outbox.wake();
    await pass(4);
    expect(bench.feishu.calls).toHaveLength(3);
    await pass(100);
    expect(bench.feishu.delivered).toHaveLength(5);
    await outbox.stop();
  });

  it('serves every chat in turn, so that a long one starves none', async () => {
    const outbox = bench.open({ concurrency: 1, pace: { perAppPerSecond: 1 } });
    outbox.start();
    await bench.say('oc_long', '1', '2', '3', '4');
    await bench.say('oc_b', 'b');
    outbox.wake();
    await pass(2500);
    expect(toChat('oc_b')).toHaveLength(1);
    await outbox.stop();
  });

  it('holds a notice back until its time while answers in the same chat go out', async () => {
    const outbox = bench.open();
    outbox.start();
    const until = '2026-11-06T10:00:00+08:00';
    const message = { text: '明天再看' };
    await bench.queue({ notices: [{ to: { chat: 'oc_a' }, message }] }, { quiet: () => until });
    await bench.queue({ here: [{ text: '现在就答' }] }, { asked: askedIn('oc_a') });
    outbox.wake();
    const idle = outbox.idle();
    await pass(5000);
    await idle;
    expect(textsOf(bench.feishu.delivered)).toEqual(['现在就答']);
    bench.moveClock(3_600_000);
    await pass(2000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['现在就答', '明天再看']);
    await outbox.stop();
  });

  it('sends an urgent notice in quiet hours', async () => {
    const outbox = bench.open();
    outbox.start();
    const notice = { to: { person: 'ou_a' }, message: { text: '急' }, urgent: true };
    await bench.queue({ notices: [notice] }, { quiet: () => '2026-11-09T08:00:00+08:00' });
    outbox.wake();
    await pass(100);
    expect(textsOf(bench.feishu.delivered)).toEqual(['急']);
    await outbox.stop();
  });
});
