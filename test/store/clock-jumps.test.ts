import { describe, expect, it } from 'vitest';
import { isUuidOver } from '#src/reply/outbox/verdict.ts';
import type { Doc } from '#src/store/collections.ts';
import { verifyFolder } from '#src/store/json-file/verify-folder.ts';
import { isFresh } from '#src/webhook/door/freshness.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { copyAsKilled, openStore, storeFolder } from '../support/store-folder.ts';

const minute = 60_000;

describe('a clock that jumps', () => {
  it('leaves the journal in its order: a later line may bear an earlier time', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    const times = ['2026-11-06T09:00:00+08:00', '2036-01-01T00:00:00+08:00', '2026-11-06T09:00:01+08:00'];
    for (const [index, at] of times.entries()) {
      await store.write(metaOf({ at }), (tx) => tx.put('inbox', inboxDoc('a', { attempts: index })));
    }
    const copy = await copyAsKilled(dir);
    expect(await verifyFolder(copy)).toMatchObject({ lines: 3, lastAt: times[2] });
    const again = await openStore(copy);
    expect(await again.read((tx) => tx.get('inbox', 'a'))).toMatchObject({ attempts: 2 });
    expect(again.lastAt()).toBe(times[2]);
  });

  it('never lets a message go out blind whose uuid may be too old: forward or back, it is parked', () => {
    const tried = 10_000 * minute;
    const doc = { first_tried_ms: tried, target: { type: 'chat', chat: 'oc_a' } } as Doc<'outbox'>;
    const over = (jumpMinutes: number) => isUuidOver(doc, tried + jumpMinutes * minute);
    expect([over(0), over(49), over(-4)]).toEqual([false, false, false]);
    expect([over(51), over(100_000), over(-6), over(-9_000)]).toEqual([true, true, true, true]);
  });

  it('forward by less than eight hours, or back by less than five minutes, keeps the platform’s events fresh', () => {
    const sent = 1_790_000_000;
    const fresh = (jumpMinutes: number) => isFresh(String(sent), sent * 1000 + jumpMinutes * minute);
    expect([fresh(0), fresh(479), fresh(-4)]).toEqual([true, true, true]);
    expect([fresh(481), fresh(-6)]).toEqual([false, false]);
  });
});
