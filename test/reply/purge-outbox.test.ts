import { describe, expect, it } from 'vitest';
import { purgeOutbox } from '#src/reply/purge-outbox.ts';
import { askedIn, createBench } from './outbox-bench.ts';

describe('purgeOutbox', () => {
  it('removes what was sent or pressed more than 15 days ago, and nothing that still waits', async () => {
    const bench = createBench();
    await bench.say('oc_a', '旧', '新', '等');
    const [old, recent] = await bench.docs();
    const meta = { at: bench.clock(), who: 'system', what: 'test' };
    await bench.store.write(meta, async (tx) => {
      if (!old || !recent) throw new Error('nothing queued');
      await tx.put('outbox', { ...old, state: 'sent', sent_at: '2026-10-22T08:00:00+08:00' });
      await tx.put('outbox', { ...recent, state: 'sent', sent_at: '2026-10-22T10:00:00+08:00' });
      await tx.put('clicks', { id: 'old', at: '2026-10-22T08:00:00+08:00' });
      await tx.put('clicks', { id: 'recent', at: '2026-10-22T10:00:00+08:00' });
    });
    const now = '2026-11-06T09:00:00+08:00';
    expect(await bench.store.write(meta, (tx) => purgeOutbox(tx, now))).toBe(2);
    expect((await bench.docs()).map(({ state }) => state)).toEqual(['sent', 'queued']);
    expect(await bench.store.read((tx) => tx.all('clicks'))).toMatchObject([{ id: 'recent' }]);
  });

  it('keeps waiting messages however old they are', async () => {
    const bench = createBench();
    await bench.queue({ here: [{ text: '等' }] }, { asked: askedIn('oc_a') });
    const meta = { at: bench.clock(), who: 'system', what: 'test' };
    await bench.store.write(meta, (tx) => purgeOutbox(tx, '2027-11-06T09:00:00+08:00'));
    expect(await bench.docs()).toHaveLength(1);
  });
});
