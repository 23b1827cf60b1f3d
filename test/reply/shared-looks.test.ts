import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { purgeOutbox } from '#src/reply/purge-outbox.ts';
import { failure } from '../support/reply-fake-feishu.ts';
import { askedIn, cardOf, createBench, pass, textsOf } from './outbox-bench.ts';

describe('a card that comes again', () => {
  let bench: ReturnType<typeof createBench>;
  const card = () => cardOf('十月排名', '下一页');
  let shown = card();
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
    bench = createBench();
    shown = card();
  });
  afterEach(() => vi.useRealTimers());

  const askFor = (...chats: string[]) =>
    Promise.all(chats.map((chat) => bench.queue({ here: [{ card: shown }] }, { asked: askedIn(chat) })));
  const looks = () => bench.store.read((tx) => tx.all('looks'));
  const purge = () =>
    bench.store.write({ at: bench.clock(), who: 'system', what: 'test' }, (tx) =>
      purgeOutbox(tx, bench.clock()),
    );

  it('is kept once for all who wait for it, and each gets the whole of it, with its buttons', async () => {
    await askFor('oc_a', 'oc_b', 'oc_c');
    const [first, ...others] = await bench.docs();
    const [look] = await looks();
    expect(look?.content).toBe(first?.content);
    expect(others.map(({ content }) => content)).toEqual([{ look: look?.id }, { look: look?.id }]);
    expect(others.map(({ buttons }) => buttons)).toEqual([first?.buttons, first?.buttons]);
    const outbox = bench.open();
    outbox.start();
    await pass(1000);
    expect(bench.feishu.delivered.map(({ content }) => content)).toEqual(Array(3).fill(first?.content));
    expect(await bench.docs()).toMatchObject(Array(3).fill({ state: 'sent', content: null }));
    await outbox.stop();
  });

  it('is left out of sharing where it shows contact details: those are sealed each time', async () => {
    await askFor('oc_a');
    const here = [{ card: shown, sealUnder: 'P0467' }];
    await bench.queue({ here }, { asked: askedIn('oc_b') });
    expect((await bench.docs()).at(-1)?.content).toMatchObject({ key: 'P0467' });
    expect(await looks()).toEqual([]);
  });

  it('is sent as its words when the platform refuses it', async () => {
    await askFor('oc_a', 'oc_b');
    bench.feishu.script(
      ({ uuid }) => !uuid?.endsWith('_text'),
      failure('refused', 230099),
      failure('refused', 230099),
    );
    const outbox = bench.open();
    outbox.start();
    await pass(5000);
    expect(textsOf(bench.feishu.delivered)).toEqual(Array(2).fill(expect.stringContaining('十月排名')));
    await outbox.stop();
  });

  it('is kept as long as somebody waits for it or may, and no longer', async () => {
    await askFor('oc_a', 'oc_b');
    await purge();
    expect(await looks()).toHaveLength(1);
    bench.feishu.script(() => true, failure('refused', 230027), failure('refused', 230027));
    const outbox = bench.open();
    outbox.start();
    await pass(1000);
    expect(await outbox.parked()).toHaveLength(2);
    await purge();
    const [, parked] = await bench.docs();
    await bench.retry(parked?.id ?? '');
    outbox.wake();
    await pass(1000);
    expect(textsOf(bench.feishu.delivered)).toEqual(['十月排名']);
    await purge();
    expect(await looks()).toEqual([]);
    await outbox.stop();
  });
});
