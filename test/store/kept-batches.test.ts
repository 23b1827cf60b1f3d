import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Batch, DocumentStore } from '#src/store/document-store.ts';
import type { BatchFile } from '#src/store/journal/batch-file.ts';
import { type Disk, machineDisk } from '#src/store/journal/disk.ts';
import { BatchFiles } from '#src/store/json-file/batch-files.ts';
import { lostWords, repairFolder } from '#src/store/json-file/repair-folder.ts';
import { verifyFolder } from '#src/store/json-file/verify-folder.ts';
import { SortedDocs } from '#src/store/memory/sorted-docs.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { copyAsKilled, openStore, storeFolder } from '../support/store-folder.ts';

const batchFrom = 3;
const prepare = (store: DocumentStore, prefix: string, length = 5) =>
  store.prepare(
    'inbox',
    Array.from({ length }, (_, at) => inboxDoc(`${prefix}${at}`)),
  );
const put = (store: DocumentStore, batch: Batch) => store.write(metaOf(), (tx) => tx.putBatch(batch));
const putOne = (store: DocumentStore, id: string) =>
  store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(id)));
const filesIn = (dir: string) => readdir(join(dir, 'batches')).catch(() => []);
const sizeOf = (store: DocumentStore) => store.read(async (tx) => (await tx.all('inbox')).length);

/** Runs something after so many steps that wait for nothing outside. */
function afterSteps(count: number, run: () => void): void {
  if (count === 0) run();
  else queueMicrotask(() => afterSteps(count - 1, run));
}

/** Replaces several bytes of the n-th line of a file. */
async function spoil(path: string, line: number): Promise<void> {
  const lines = (await readFile(path, 'latin1')).split('\n');
  lines[line] = (lines[line] ?? '').replace('ou_a', 'XXXX');
  await writeFile(path, lines.join('\n'), 'latin1');
}

describe('batches that wait for their transaction', () => {
  it('are given up one by one for newer ones, however many come at once', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { batchFrom });
    const all = await Promise.all(Array.from({ length: 60 }, (_, number) => prepare(store, `n${number}.`)));
    expect(await filesIn(dir)).toHaveLength(16);
    const done = await Promise.allSettled(all.map((batch) => put(store, batch)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    expect(await sizeOf(await openStore(await copyAsKilled(dir)))).toBe(80);
  });

  it('are never removed once a line names them, not even while others are', async () => {
    const dir = await storeFolder();
    let onClose: () => Promise<void> = async () => {};
    const disk: Disk = {
      async open(path, flags) {
        const file = await machineDisk.open(path, flags);
        const then = flags === 'ax' ? onClose : async () => {};
        onClose = async () => {};
        return { ...file, close: () => file.close().then(then) };
      },
    };
    const files = new BatchFiles({ dir, disk, fewest: 0 });
    const keep = () => files.keep(1, { name: 'inbox', docs: new SortedDocs() });
    const events: string[] = [];
    let mine: BatchFile | undefined;
    onClose = async () => {
      mine = await keep();
      for (let other = 0; other < 16; other += 1) void keep();
      // A line names it a moment later, when what is too old is about to be removed.
      afterSteps(20, () => {
        try {
          files.use(mine ? [mine] : []);
          events.push('named');
        } catch {
          events.push('given up');
        }
      });
    };
    await keep();
    await files.close();
    expect(events).toEqual([(await filesIn(dir)).length === 1 ? 'named' : 'given up']);
  });

  it('do not suffer from one that could not be kept', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { batchFrom });
    const batch = await prepare(store, 'a');
    await rename(join(dir, 'batches'), join(dir, 'away'));
    await writeFile(join(dir, 'batches'), '');
    await expect(prepare(store, 'b')).rejects.toMatchObject({ code: 'batch_not_kept' });
    await rm(join(dir, 'batches'));
    await rename(join(dir, 'away'), join(dir, 'batches'));
    await put(store, batch);
    expect(await sizeOf(store)).toBe(5);
  });

  it('leave nothing in the folder when the store is closed while they are prepared', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { batchFrom });
    await putOne(store, 'one');
    const sizes = [3, 60, 3000, 10_000];
    const preparing = Promise.allSettled(sizes.map((size) => prepare(store, 'a', size)));
    await pause(10);
    await store.close();
    expect(await filesIn(dir)).toEqual([]);
    expect((await preparing).at(-1)).toMatchObject({ reason: { code: 'store_closed' } });
    expect(await filesIn(dir)).toEqual([]);
  });
});

describe('a repair', () => {
  it('keeps the batches of lines that it puts into an earlier segment', async () => {
    const dir = await storeFolder();
    for (const prefix of ['a', 'b', 'c']) {
      const store = await openStore(dir, { batchFrom });
      await putOne(store, prefix);
      await put(store, await prepare(store, prefix));
      await store.close();
    }
    await writeFile(join(dir, 'db.json'), '{');
    await spoil(join(dir, 'archive', 'journal.00000001.jsonl'), 0);
    expect((await repairFolder(dir, { go: true, mode: 'demo' })).lost).toMatchObject([{ from: 1, to: 1 }]);
    await (await openStore(dir)).close();
    expect(await filesIn(dir)).toHaveLength(3);
    expect((await verifyFolder(dir)).counts.inbox).toBe(17);
  });

  it('says the name of a batch whose line is lost, and leaves the file', async () => {
    const live = await storeFolder();
    const store = await openStore(live, { batchFrom });
    await putOne(store, 'one');
    await put(store, await prepare(store, 'a'));
    await putOne(store, 'two');
    const dir = await copyAsKilled(live);
    const [file = ''] = await filesIn(dir);
    await spoil(join(dir, 'journal.00000001.jsonl'), 1);
    expect(lostWords(await repairFolder(dir, { go: true }))).toContain(file);
    await (await openStore(dir)).close();
    expect(await filesIn(dir)).toEqual([file]);
  });

  it('does not take the documents of another batch for those of the line', async () => {
    const live = await storeFolder();
    const store = await openStore(live, { batchFrom });
    for (const prefix of ['a', 'b']) await put(store, await prepare(store, prefix));
    const dir = await copyAsKilled(live);
    const [one = '', two = ''] = (await filesIn(dir)).map((file) => join(dir, 'batches', file));
    await writeFile(one, await readFile(two));
    const { lost, mended } = await repairFolder(dir, { go: true });
    expect([lost.length, mended]).toEqual([1, []]);
  });
});

it('a batch that cannot be opened is not called damaged: nothing is to be repaired', async () => {
  const live = await storeFolder();
  const store = await openStore(live, { batchFrom });
  await put(store, await prepare(store, 'a'));
  const dir = await copyAsKilled(live);
  const [file = ''] = (await filesIn(dir)).map((name) => join(dir, 'batches', name));
  await rm(file);
  await mkdir(file);
  await expect(openStore(dir)).rejects.toMatchObject({ code: 'EISDIR' });
});
