import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Disk } from '#src/store/journal/disk.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { failingDisk } from '../support/store-failing-disk.ts';
import { copyAsKilled, openStore, storeFolder } from '../support/store-folder.ts';

const put = (store: DocumentStore, id: string, done?: () => void) =>
  store.write(metaOf(), async (tx) => {
    if (done) tx.afterCommit(done);
    await tx.put('inbox', inboxDoc(id));
  });

const inboxIds = (store: DocumentStore) =>
  store.read(async (tx) => (await tx.all('inbox')).map((doc) => doc.id));

/** Takes its time before it takes back what was written: until then what failed is known and not yet undone. */
const slowToTruncate = ({ open }: Disk): Disk => ({
  async open(path, flags) {
    const file = await open(path, flags);
    return {
      ...file,
      async truncate(length) {
        await wait(30);
        await file.truncate(length);
      },
    };
  },
});

const faults = [
  { file: 'journal', step: 'append', code: 'ENOSPC' },
  { file: 'journal', step: 'datasync', code: 'EIO' },
] as const;

describe.each(faults)('when $step of the journal fails', (fault) => {
  it('acknowledges nothing, forgets it, and is read-only from then on', async () => {
    const dir = await storeFolder();
    const { disk, fail, calls } = failingDisk();
    const store = await openStore(dir, { disk });
    await put(store, 'before');
    fail(fault);
    calls.length = 0;
    const done: string[] = [];
    const writes = ['a', 'b', 'before'].map((id) => put(store, id, () => done.push(id)));
    const settled = await Promise.allSettled(writes);
    const refusal = { code: 'store_read_only', wake: true, cause: { code: fault.code } };
    for (const one of settled) expect(one).toMatchObject({ status: 'rejected', reason: refusal });
    await expect(put(store, 'later')).rejects.toMatchObject({
      ...refusal,
      say: '系统暂时只能查看、不能保存，已通知管理员，请稍后再试。',
    });
    await expect(store.write(metaOf(), async () => 'nothing')).rejects.toMatchObject(refusal);
    expect(done).toEqual([]);
    expect(await inboxIds(store)).toEqual(['before']);
    expect(store.health()).toMatchObject({ ok: false, reason: expect.stringContaining(fault.code) });
    expect(calls.filter((call) => call.startsWith(fault.step))).toHaveLength(1);
    await store.close();
    expect(await inboxIds(await openStore(dir))).toEqual(['before']);
    expect((await verifyChain(dir)).lines).toBe(1);
  });

  it('leaves nothing of a very large transaction whose changes are being made when the line before it fails', async () => {
    const dir = await storeFolder();
    const { disk, fail } = failingDisk();
    const store = await openStore(dir, { disk: slowToTruncate(disk) });
    await put(store, 'before');
    fail(fault);
    const small = put(store, 'small');
    const large = store.write(metaOf(), async (tx) => {
      for (let at = 0; at < 20_000; at += 1) await tx.put('inbox', inboxDoc(`large-${at}`));
      await tx.put('inbox', inboxDoc('before', { attempts: 9 }));
    });
    let isOver = false;
    const both = Promise.allSettled([small, large]).finally(() => {
      isOver = true;
    });
    const seen = new Set<number>();
    while (!isOver) {
      seen.add((await inboxIds(store)).length);
      await turn();
    }
    for (const one of await both)
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'store_read_only' } });
    expect(Math.max(...seen)).toBeLessThanOrEqual(2);
    expect(await store.read((tx) => tx.all('inbox'))).toEqual([inboxDoc('before')]);
    await store.close();
    expect(await inboxIds(await openStore(dir))).toEqual(['before']);
  });

  it('starts again with whole transactions only, even when the bytes cannot be taken back', async () => {
    const dir = await storeFolder();
    const { disk, fail } = failingDisk();
    const store = await openStore(dir, { disk });
    await put(store, 'before');
    fail(fault);
    fail({ file: 'journal', step: 'truncate' });
    const settled = await Promise.allSettled(['a', 'b', 'c'].map((id) => put(store, id)));
    expect(settled.every((one) => one.status === 'rejected')).toBe(true);
    const again = await openStore(await copyAsKilled(dir));
    expect(['a', 'b', 'before', 'c', '']).toEqual(expect.arrayContaining(await inboxIds(again)));
    expect(await inboxIds(again)).toContain('before');
    await put(again, 'd');
  });

  it('does not let through a transaction that saw what was lost, nor one without changes', async () => {
    const { disk, fail } = failingDisk();
    const store = await openStore(await storeFolder(), { disk });
    fail(fault);
    const lost = put(store, 'a');
    const saw = store.write(metaOf(), async (tx) => (await tx.all('inbox')).length);
    const builtOnIt = store.write(metaOf(), async (tx) => {
      for (let i = 0; i < 50; i += 1) await turn();
      await tx.put('inbox', inboxDoc('b'));
    });
    for (const one of await Promise.allSettled([lost, saw, builtOnIt])) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'store_read_only' } });
    }
    expect(await inboxIds(store)).toEqual([]);
  });
});

describe('a disk that is read-only from the start', () => {
  it.each(['EROFS', 'ENOSPC', 'EACCES'])('(%s) stops the start, and changes nothing', async (code) => {
    const dir = await storeFolder();
    await (await openStore(dir)).close();
    const { disk, fail } = failingDisk();
    fail({ file: 'journal', step: 'open', code });
    await expect(openStore(dir, { disk })).rejects.toMatchObject({
      code: 'store_disk',
      say: expect.stringContaining(code),
    });
    await openStore(dir);
  });
});

describe('when the next segment cannot be opened', () => {
  it('becomes read-only, and keeps what was acknowledged', async () => {
    const dir = await storeFolder();
    const { disk, fail } = failingDisk();
    const store = await openStore(dir, { disk, compactBytes: 1 });
    fail({ file: 'journal.00000002', step: 'open', code: 'ENOSPC' });
    await put(store, 'a');
    while (store.health().ok) await turn();
    await expect(put(store, 'b')).rejects.toMatchObject({ code: 'store_read_only' });
    await store.close();
    expect(await inboxIds(await openStore(dir))).toEqual(['a']);
  });
});

describe('durability', () => {
  it('syncs the line before it is acknowledged, and one sync carries the lines that wait together', async () => {
    const { disk, calls } = failingDisk();
    const store = await openStore(await storeFolder(), { disk });
    calls.length = 0;
    await put(store, 'a', () => calls.push('acknowledged'));
    expect(calls).toEqual([
      'append journal.00000001.jsonl',
      'datasync journal.00000001.jsonl',
      'acknowledged',
    ]);
    calls.length = 0;
    await Promise.all(Array.from({ length: 50 }, (_, i) => put(store, `b${i}`)));
    expect(calls.filter((call) => call.startsWith('datasync')).length).toBeLessThan(10);
  });
});
