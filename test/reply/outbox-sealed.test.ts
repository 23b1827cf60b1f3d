import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../support/reply-fake-feishu.ts';
import { askedIn, cardOf, createBench, pass, textsOf } from './outbox-bench.ts';

const phone = '13800000000';

describe('the outbox, sealed content', () => {
  let bench: ReturnType<typeof createBench>;
  beforeEach(async () => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
    bench = createBench();
    const here = [{ card: cardOf(`电话 ${phone}`, '已联系'), sealUnder: 'P0467' }];
    await bench.queue({ here }, { asked: askedIn('oc_a') });
  });
  afterEach(() => vi.useRealTimers());

  const inClear = async () => JSON.stringify(await bench.docs()).includes(phone);

  it('is opened for the sending and dropped afterwards', async () => {
    const outbox = bench.open();
    outbox.start();
    await pass(2);
    expect(await inClear()).toBe(false);
    await pass(1000);
    expect(bench.vault.opened).toEqual(['P0467']);
    expect(textsOf(bench.feishu.delivered)).toEqual([`电话 ${phone}`]);
    expect(await bench.docs()).toMatchObject([{ state: 'sent', content: null }]);
    await outbox.stop();
  });

  it('stays sealed when the card is refused and its words go instead', async () => {
    bench.feishu.script(() => true, failure('refused', 230099));
    const outbox = bench.open();
    outbox.start();
    await pass(4);
    expect(await inClear()).toBe(false);
    await pass(7);
    expect(await inClear()).toBe(false);
    await pass(1000);
    expect(await inClear()).toBe(false);
    expect(textsOf(bench.feishu.delivered)[0]).toContain(phone);
    await outbox.stop();
  });

  it('is not sent any more once its key was destroyed', async () => {
    await bench.vault.destroy('P0467');
    const outbox = bench.open();
    outbox.start();
    await pass(1000);
    expect(bench.feishu.calls).toEqual([]);
    expect(await outbox.parked()).toMatchObject([{ reason: '内容已按要求销毁，没有发送' }]);
    await outbox.stop();
  });
});
