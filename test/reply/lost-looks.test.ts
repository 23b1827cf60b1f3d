import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queueLostLooks } from '#src/reply/queue-lost-looks.ts';
import { askedIn, cardOf, createBench } from './outbox-bench.ts';

let bench: ReturnType<typeof createBench>;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-06T01:00:00Z') });
  bench = createBench();
});
afterEach(() => vi.useRealTimers());

const clicked = { message: 'om_1', chat: 'oc_a', private: false, person: 'ou_asker' };

/** A card that was delivered and then changed by a press. */
async function pressedCard(sealUnder?: string): Promise<string> {
  const outbox = bench.open();
  outbox.start();
  await bench.queue({ here: [{ card: cardOf('旧', '旧键') }] }, { asked: askedIn('oc_a') });
  outbox.wake();
  await vi.advanceTimersByTimeAsync(100);
  await outbox.stop();
  const replace = { card: cardOf('新', '新键'), ...(sealUnder ? { sealUnder } : {}) };
  await bench.queue({ replace }, { clicked });
  const [doc] = await bench.store.read((tx) => tx.all('outbox'));
  return doc?.id ?? '';
}

const meta = { at: '2026-11-06T09:00:00+08:00', who: 'system', what: 'test' };

/** What the inbox remembers of a press on the card, so long before the newest event. */
function remember(card: string, agoMs: number): Promise<void> {
  const note = { state: 'done' as const, attempts: 1 };
  return bench.store.write(meta, async (tx) => {
    await tx.put('inbox', { id: 'click:e', ...note, received_ms: Date.now() - agoMs, body: { card } });
    await tx.put('inbox', { id: 'message:m', ...note, received_ms: Date.now(), body: null });
  });
}

const restart = () =>
  bench.store.write(meta, (tx) => queueLostLooks(tx, { at: bench.clock(), vault: bench.vault }));

describe('a start after a kill between a click’s commit and its answer', () => {
  it('shows the newest look on the pressed card, once', async () => {
    await remember(await pressedCard(), 3000);
    expect([await restart(), await restart()]).toEqual([1, 0]);
    const outbox = bench.open();
    outbox.start();
    await vi.advanceTimersByTimeAsync(2000);
    await outbox.stop();
    const updates = bench.feishu.calls.filter(({ type }) => type === 'update');
    expect(updates).toHaveLength(1);
    expect(JSON.stringify(updates)).toContain('新的正文');
  });

  it('leaves alone what was pressed long before, and what shows contact details', async () => {
    await remember(await pressedCard(), 60_000);
    expect(await restart()).toBe(0);
    bench = createBench();
    await remember(await pressedCard('E001'), 100);
    expect(await restart()).toBe(0);
  });
});
