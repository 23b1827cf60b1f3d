import { describe, expect, it } from 'vitest';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import { purgeInbox } from '#src/jobs/purge-inbox.ts';
import { silentLog } from '#src/shared/log.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';

describe('purgeInbox', () => {
  it('removes what was done more than 24 hours of machine time ago, never what is pending', async () => {
    const store = createMemoryStore({ mode: 'demo' });
    const now = 1_800_000_000_000;
    const day = 24 * 60 * 60 * 1000;
    await store.write(metaOf(), async (tx) => {
      await tx.put('inbox', inboxDoc('old', { state: 'done', received_ms: now - day - 1 }));
      await tx.put('inbox', inboxDoc('recent', { state: 'done', received_ms: now - day }));
      await tx.put('inbox', inboxDoc('pending', { received_ms: now - 9 * day }));
    });
    const at = '2026-11-06T09:00:00+08:00';
    const around = { calendar: workCalendar([]), demo: true, log: silentLog };
    const chainHead = () => store.trail.head();
    await store.write(metaOf(), (tx) =>
      purgeInbox.run({ tx, now: at, machineMs: now, chainHead, ...around }),
    );
    const left = await store.read((tx) => tx.all('inbox'));
    expect(left.map(({ id }) => id)).toEqual(['pending', 'recent']);
  });
});
