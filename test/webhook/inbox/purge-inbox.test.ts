import { describe, expect, it } from 'vitest';
import { instantOf } from '#src/shared/time.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { purgeInbox } from '#src/webhook/inbox/purge-inbox.ts';

describe('the purge', () => {
  it('removes what was done more than 24 hours ago and nothing else', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    const now = 1_770_000_000_000;
    const hours = (count: number) => now - count * 3_600_000;
    await store.write({ at: instantOf(now), who: 'test', what: 'x' }, async (tx) => {
      for (let n = 0; n < 1_100; n += 1)
        await tx.put('inbox', {
          id: `click:${n}`,
          state: 'done',
          received_ms: hours(25),
          attempts: 0,
          body: null,
        });
      await tx.put('inbox', {
        id: 'message:om_new',
        state: 'done',
        received_ms: hours(23),
        attempts: 0,
        body: null,
      });
      await tx.put('inbox', {
        id: 'message:om_open',
        state: 'pending',
        received_ms: hours(99),
        attempts: 0,
        body: {},
      });
    });
    expect(await purgeInbox(store, { context: instantOf(now), machineMs: now })).toBe(1_100);
    const left = await store.read((tx) => tx.all('inbox'));
    expect(left.map(({ id }) => id)).toEqual(['message:om_new', 'message:om_open']);
  });
});
