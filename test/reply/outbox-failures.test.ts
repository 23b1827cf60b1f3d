import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outbox } from '#src/reply/outbox.ts';
import { failure } from '../support/reply-fake-feishu.ts';
import { askedIn, cardOf, createBench, leap, pass, textsOf } from './outbox-bench.ts';

const minutes = 60_000;

describe('the outbox, when the platform fails', () => {
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

  const say = async (text: string) => {
    await bench.say('oc_a', text);
    outbox.wake();
  };
  const one = async () => (await bench.docs())[0];
  const uuids = () => new Set(bench.feishu.calls.map(({ uuid }) => uuid));

  it('tries again with the same uuid after a failure that may be retried, waiting longer each time', async () => {
    bench.feishu.script(() => true, failure('retry', 5000), failure('retry', 5000), failure('retry', 2200));
    await say('你好');
    await pass(10_000);
    const starts = bench.feishu.calls.map(({ atMs }) => atMs - 1_800_000_000_000);
    const gaps = starts.slice(1).map((start, index) => Math.round((start - (starts[index] ?? 0)) / 500));
    expect(gaps).toEqual([1, 2, 4]);
    expect(uuids().size).toBe(1);
    expect(await one()).toMatchObject({ state: 'sent', attempts: 3, message: 'om_1', chat: 'oc_a' });
  });

  it('gives up after 30 tries, about two hours, and says so', async () => {
    bench.feishu.script(() => true, ...Array.from({ length: 30 }, () => failure('retry', 5000)));
    await say('你好');
    await leap(180 * minutes);
    expect(bench.feishu.calls).toHaveLength(30);
    expect(await outbox.parked()).toMatchObject([
      { state: 'parked', reason: '试了 30 次都没有成功（代码 5000）' },
    ]);
  });

  it('counts the uuid’s hour from the first try that may have had an effect', async () => {
    bench.feishu.script(() => true, ...Array.from({ length: 20 }, () => failure('retry', 5000)));
    await say('你好');
    await leap(80 * minutes);
    expect(bench.feishu.calls).toHaveLength(21);
    expect(await one()).toMatchObject({ state: 'sent' });
  });

  it('holds everything for as long as the platform tells the app to wait', async () => {
    bench.feishu.script(() => true, failure('limited', 99991400, 7000));
    await say('你好');
    await pass(50);
    await bench.say('oc_b', '别的群');
    outbox.wake();
    await pass(6900);
    expect(bench.feishu.calls).toHaveLength(1);
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(expect.arrayContaining(['你好', '别的群']));
  });

  it('holds only the chat when the chat’s own limit is hit', async () => {
    bench.feishu.script(({ to }) => to === 'om_in_oc_a', failure('limited', 230020, 7000));
    await say('你好');
    await bench.say('oc_b', '别的群');
    outbox.wake();
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['别的群']);
    await pass(7000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['别的群', '你好']);
  });

  it('repeats a send of unknown outcome with its uuid, and the platform shows one message', async () => {
    bench.feishu.script(() => true, 'lost', 'lost');
    await say('你好');
    await pass(10_000);
    expect(bench.feishu.calls).toHaveLength(3);
    expect(uuids().size).toBe(1);
    expect(bench.feishu.delivered).toHaveLength(1);
    expect(await one()).toMatchObject({ state: 'sent', message: 'om_1' });
  });

  it('parks a send of unknown outcome after 50 minutes and never sends it blind', async () => {
    bench.feishu.script(() => true, ...Array.from({ length: 99 }, () => failure('unknown', 0)));
    await say('你好');
    await leap(300 * minutes);
    const [first, ...rest] = bench.feishu.calls;
    expect((rest.at(-1)?.atMs ?? 0) - (first?.atMs ?? 0)).toBeLessThan(50 * minutes);
    expect(await one()).toMatchObject({ state: 'parked', reason: expect.stringContaining('结果不明') });
  });

  it('keeps the 50 minutes when later tries certainly had no effect', async () => {
    const later = Array.from({ length: 40 }, () => failure('retry', 5000));
    bench.feishu.script(() => true, failure('unknown', 0), ...later);
    await say('你好');
    await leap(120 * minutes);
    expect(await one()).toMatchObject({ state: 'parked', reason: expect.stringContaining('结果不明') });
  });

  it('parks what is refused with the reason, and goes on with the next', async () => {
    bench.feishu.script(() => true, failure('refused', 230002));
    await say('一');
    await say('二');
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['二']);
    expect(await outbox.parked()).toMatchObject([{ reason: '平台拒收：机器人不在这个群里（代码 230002）' }]);
  });

  it('sends a parked message when a person asks for it', async () => {
    bench.feishu.script(() => true, failure('refused', 230002));
    await say('一');
    await pass(100);
    const [parked] = await outbox.parked();
    await bench.retry(parked?.id ?? '');
    outbox.wake();
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['一']);
    await expect(bench.retry('nobody')).rejects.toThrow('已经处理过了');
  });

  it.each([230025, 230054, 230099])(
    'sends the words of a card that is refused with %i, once',
    async (code) => {
      bench.feishu.script(() => true, failure('refused', code), failure('refused', code));
      await bench.queue({ here: [{ card: cardOf('排名', '帮助') }] }, { asked: askedIn('oc_a') });
      outbox.wake();
      await pass(10_000);
      expect(textsOf(bench.feishu.calls)).toEqual(['排名', '排名\n排名的正文']);
      expect((await outbox.parked()).map(({ kind }) => kind)).toEqual(['interactive', 'text']);
    },
  );

  it('takes a bug in the adapter for an unknown outcome', async () => {
    const broken = bench.open({
      feishu: { ...bench.feishu, reply: () => Promise.reject(new TypeError('x is not a function')) },
    });
    await outbox.stop();
    broken.start();
    await bench.say('oc_a', '你好');
    broken.wake();
    await leap(60 * minutes);
    expect(await one()).toMatchObject({ state: 'parked', reason: expect.stringContaining('结果不明') });
    await broken.stop();
  });
});
