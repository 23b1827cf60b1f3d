import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedIn, cardOf, createBench, failingStore, leap, pass, textsOf } from './outbox-bench.ts';

describe('the outbox, when the process dies', () => {
  let bench: ReturnType<typeof createBench>;
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
    bench = createBench();
  });
  afterEach(() => vi.useRealTimers());

  /** A store that dies at the given write of the outbox (1: the mark before the first try, 2: the mark of the result) and stays dead. */
  const dyingStore = (at: number) => {
    let writes = 0;
    return failingStore(bench.store, (what) => what === 'outbox.send' && ++writes >= at);
  };
  const dieAndRestart = async (at: number) => {
    const dying = bench.open({ store: dyingStore(at) });
    dying.start();
    dying.wake();
    await pass(100);
    await dying.stop();
    const next = bench.open();
    next.start();
    return next;
  };

  it('sends after the restart what was queued before it', async () => {
    await bench.say('oc_a', '一', '二');
    const next = bench.open();
    next.start();
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['一', '二']);
    await next.stop();
  });

  it('sends nothing as long as the first try cannot be written down', async () => {
    await bench.say('oc_a', '一');
    const next = await dieAndRestart(1);
    expect(bench.feishu.calls).toHaveLength(0);
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['一']);
    await next.stop();
  });

  it('sends what waited for more than an hour for its first turn in the same run, whose outcome is certain', async () => {
    const outbox = bench.open();
    await bench.say('oc_a', '一');
    await leap(2 * 3_600_000);
    outbox.start();
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['一']);
    await outbox.stop();
  });

  it('parks what an earlier run had claimed an hour ago: nobody knows whether it was sent', async () => {
    await bench.say('oc_a', '一');
    await leap(3_600_000);
    const next = bench.open();
    next.start();
    await pass(1000);
    expect(bench.feishu.calls).toHaveLength(0);
    expect((await bench.docs())[0]).toMatchObject({ state: 'parked', parked: { cause: 'unknown' } });
    await next.stop();
  });

  it('repeats with the same uuid what was sent but not marked, and people see one message', async () => {
    await bench.say('oc_a', '一', '二');
    const next = await dieAndRestart(2);
    await pass(1000);
    const [first, again, second] = bench.feishu.calls;
    expect(again?.uuid).toBe(first?.uuid);
    expect(second?.uuid).not.toBe(first?.uuid);
    expect(textsOf(bench.feishu.delivered)).toEqual(['一', '二']);
    expect((await bench.docs()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    await next.stop();
  });

  it('parks what was sent but not marked when the restart comes after 50 minutes', async () => {
    await bench.say('oc_a', '一');
    const dying = bench.open({ store: dyingStore(2) });
    dying.start();
    await pass(100);
    await dying.stop();
    await leap(51 * 60_000);
    const next = bench.open();
    next.start();
    await pass(1000);
    expect(bench.feishu.calls).toHaveLength(1);
    expect(await next.parked()).toMatchObject([{ reason: expect.stringContaining('结果不明') }]);
    await next.stop();
  });

  it('accepts a press on a card that was updated but not marked', async () => {
    const { findClicked } = await import('#src/reply/find-clicked.ts');
    const first = bench.open();
    first.start();
    const here = [{ card: cardOf('旧', '旧键'), subject: 'thing:1' }];
    await bench.queue({ here }, { asked: askedIn('oc_a') });
    first.wake();
    await pass(100);
    await first.stop();
    await bench.queue({ updates: [{ subject: 'thing:1', card: cardOf('新', '新键') }] });
    const dying = bench.open({ store: dyingStore(2) });
    dying.start();
    await pass(100);
    await dying.stop();
    const press = {
      message: 'om_1',
      chat: 'oc_a',
      person: 'ou_a',
      value: { say: '新键' },
      now: bench.clock(),
    };
    expect(await bench.store.read((tx) => findClicked(tx, press))).toMatchObject({ state: 'ok' });
  });

  it('goes on by itself when the store can be written again', async () => {
    let broken = true;
    const outbox = bench.open({
      store: failingStore(bench.store, (what) => broken && what === 'outbox.send'),
    });
    outbox.start();
    await bench.say('oc_a', '一');
    outbox.wake();
    await pass(1000);
    broken = false;
    await pass(10_000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['一']);
    await outbox.stop();
  });

  it('stops only when the calls under way are settled', async () => {
    const outbox = bench.open();
    outbox.start();
    await bench.say('oc_a', '一', '二');
    outbox.wake();
    await pass(2);
    const stopped = outbox.stop();
    await pass(20);
    await stopped;
    expect((await bench.docs()).map(({ state }) => state)).toEqual(['sent', 'queued']);
  });
});
