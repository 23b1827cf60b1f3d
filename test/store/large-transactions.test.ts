import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { machineDisk } from '#src/store/journal/disk.ts';
import { largeFrom } from '#src/store/journal/large-line.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { failingDisk } from '../support/store-failing-disk.ts';
import { copyAsKilled, openStore, storeFolder } from '../support/store-folder.ts';

const many = largeFrom + 100;
const body = '长'.repeat(1500);

const putMany = (store: DocumentStore, prefix: string) =>
  store.write(metaOf(), async (tx) => {
    for (let at = 0; at < many; at += 1) await tx.put('inbox', inboxDoc(`${prefix}${at}`, { body }));
  });
const putOne = (store: DocumentStore, id: string) =>
  store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(id)));
const size = (store: DocumentStore) => store.read(async (tx) => (await tx.all('inbox')).length);
const pending = (store: DocumentStore) =>
  store.read(async (tx) => (await tx.find('inbox', { index: 'state', key: 'pending' })).length);

describe('a transaction of many documents', () => {
  it('is written beside others, over changes of segment and a close at once, and is there after a start', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { compactBytes: 1 });
    await putOne(store, 'first');
    const writes = [putMany(store, 'a'), putOne(store, 'x'), putMany(store, 'b'), putOne(store, 'y')];
    await turn();
    await store.close();
    await Promise.all(writes);
    expect((await verifyChain(dir)).lines).toBe(5);
    expect(await size(await openStore(dir))).toBe(2 * many + 3);
  });

  it('that is cut off in the middle of its line never was: nothing of it is seen, by whatever index, nor found by a start', async () => {
    const dir = await storeFolder();
    let left = Number.POSITIVE_INFINITY;
    const store = await openStore(dir, {
      disk: {
        open: async (path, flags) => {
          const file = await machineDisk.open(path, flags);
          const append = async (bytes: Buffer) => {
            left -= 1;
            if (left < 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
            await file.append(bytes);
          };
          return { ...file, append };
        },
      },
    });
    await putOne(store, 'first');
    await putOne(store, 'a1');
    left = 2;
    const lost = await Promise.allSettled([putMany(store, 'a'), putOne(store, 'x'), putMany(store, 'b')]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect([await size(store), await pending(store)]).toEqual([2, 2]);
    expect(await store.read((tx) => tx.get('inbox', 'a1'))).toEqual(inboxDoc('a1'));
    expect(await size(await openStore(await copyAsKilled(dir)))).toBe(2);
  });

  it('leaves a store that fails and is closed at once', async () => {
    const { disk, fail } = failingDisk();
    const store = await openStore(await storeFolder(), { disk, compactBytes: 1 });
    fail({ file: 'journal', step: 'datasync' });
    const lost = Promise.allSettled([putMany(store, 'a'), putMany(store, 'b')]);
    await turn();
    await store.close();
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
