import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { backupFolder, restoreFolder } from '#src/store/json-file/backup-folder.ts';
import { readCollection } from '#src/store/json-file/read-collection.ts';
import { lostWords, repairFolder } from '#src/store/json-file/repair-folder.ts';
import { verifyFolder } from '#src/store/json-file/verify-folder.ts';
import { isCollectionName } from '#src/store/memory/any-collection.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { failingDisk } from '../support/store-failing-disk.ts';
import { copyAsKilled, journalLines, openStore, storeFolder } from '../support/store-folder.ts';

const batchFrom = 3;
const docsOf = (prefix: string, length = 5) =>
  Array.from({ length }, (_, at) => inboxDoc(`${prefix}${at}`, { body: `第${at}条诉求` }));

async function putBatch(store: DocumentStore, prefix: string, length?: number): Promise<void> {
  const batch = await store.prepare('inbox', docsOf(prefix, length));
  await store.write(metaOf(), (tx) => tx.putBatch(batch));
}
const putOne = (store: DocumentStore, id: string) =>
  store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(id)));
const idsIn = (store: DocumentStore) => store.read(async (tx) => (await tx.all('inbox')).map(({ id }) => id));
const filesIn = (dir: string) => readdir(join(dir, 'batches')).catch(() => []);

/** As a kill left it: one, a batch a0 … a4, two. */
async function written(): Promise<string> {
  const dir = await storeFolder();
  const store = await openStore(dir, { batchFrom });
  await putOne(store, 'one');
  await putBatch(store, 'a');
  await putOne(store, 'two');
  return copyAsKilled(dir);
}

const whole = ['a0', 'a1', 'a2', 'a3', 'a4', 'one', 'two'];

async function onlyFile(dir: string): Promise<string> {
  const [file = '', ...more] = await filesIn(dir);
  expect(more).toEqual([]);
  return join(dir, 'batches', file);
}

describe('a batch', () => {
  it('is a file that its line names, so that the line is short', async () => {
    const dir = await written();
    const lines = await journalLines(dir);
    expect(lines).toHaveLength(3);
    expect(lines[1]?.length).toBeLessThan(500);
    expect((await readFile(await onlyFile(dir), 'utf8')).split('\n')).toHaveLength(6);
    expect(await idsIn(await openStore(dir))).toEqual(whole);
  });

  it('keeps a program that knows of none from passing over it', async () => {
    const [, line = ''] = await journalLines(await written());
    const [[name]] = JSON.parse(line.slice(9)).ops;
    expect(isCollectionName(name)).toBe(false);
  });

  it('of few documents stands in the line', async () => {
    const dir = await storeFolder();
    await putBatch(await openStore(dir, { batchFrom }), 'a', 2);
    expect(await filesIn(dir)).toEqual([]);
    expect((await journalLines(dir))[0]).toContain('第1条诉求');
  });

  it('is in the state that a snapshot takes, and the archive still proves it', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { batchFrom, compactBytes: 1 });
    for (const prefix of ['a', 'b', 'a']) await putBatch(store, prefix);
    await store.close();
    expect((await verifyFolder(dir)).counts.inbox).toBe(10);
    expect(await idsIn(await openStore(dir))).toHaveLength(10);
    expect(await filesIn(dir)).toHaveLength(3);
  });

  it('comes along in a backup and is read by programs beside the product', async () => {
    const dir = await written();
    const [backup, home] = [await storeFolder(), await storeFolder()];
    await backupFolder({ from: dir, to: backup });
    await restoreFolder({ from: backup, to: home });
    expect(await idsIn(await openStore(home))).toEqual(whole);
    expect(await readCollection(backup, 'inbox')).toHaveLength(7);
  });

  it('shows in the trail with who and why', async () => {
    const store = await openStore(await written());
    const entries = [];
    for await (const slice of store.trail.backwards()) entries.push(...slice.entries);
    expect(entries[1]).toMatchObject({ who: 'ou_a', what: 'test.write', touched: [], large: true });
  });
});

describe('a batch whose transaction does not come', () => {
  it('is removed by the next start after a kill, and those that counted are not', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { batchFrom, compactBytes: 1 });
    await putBatch(store, 'a');
    await putOne(store, 'one');
    await store.prepare('inbox', docsOf('b'));
    expect(await filesIn(dir)).toHaveLength(2);
    const killed = await copyAsKilled(dir);
    expect(await idsIn(await openStore(killed))).toHaveLength(6);
    expect(await filesIn(killed)).toHaveLength(1);
    await store.close();
    expect(await filesIn(dir)).toHaveLength(1);
    expect((await verifyFolder(dir)).counts.inbox).toBe(6);
  });

  it('is given up for newer ones, and can then not be put any more: nothing is written', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { batchFrom });
    const [first, , ...others] = await Promise.all(
      Array.from({ length: 17 }, (_, number) => store.prepare('inbox', docsOf(`n${number}.`))),
    );
    if (!first || !others[0]) throw new Error('no batch');
    expect(await filesIn(dir)).toHaveLength(16);
    const late = store.write(metaOf(), async (tx) => {
      await tx.putBatch(first);
      await tx.put('inbox', inboxDoc('x'));
    });
    await expect(late).rejects.toMatchObject({ code: 'batch_gone' });
    expect(await idsIn(store)).toEqual([]);
    await store.write(metaOf(), (tx) => tx.putBatch(others[0] ?? first));
    expect(await idsIn(store)).toHaveLength(5);
    const again = store.write(metaOf(), (tx) => tx.putBatch(others[0] ?? first));
    await expect(again).rejects.toMatchObject({ code: 'batch_gone' });
  });

  it('because the disk takes no more leaves nothing, and the store goes on', async () => {
    const { disk, fail } = failingDisk();
    const dir = await storeFolder();
    const store = await openStore(dir, { batchFrom, disk });
    fail({ file: 'batch', step: 'append' });
    await expect(putBatch(store, 'a')).rejects.toMatchObject({ code: 'batch_not_kept' });
    await putOne(store, 'one');
    expect([await idsIn(store), await filesIn(dir)]).toEqual([['one'], []]);
  });

  it('because its line did not last is seen no more, taken in or not', async () => {
    const { disk, fail } = failingDisk();
    const store = await openStore(await storeFolder(), { batchFrom, disk });
    await putOne(store, 'a1');
    fail({ file: 'journal', step: 'datasync' });
    const version = await store.read((tx) => tx.version('inbox'));
    await expect(putBatch(store, 'a', 1000)).rejects.toMatchObject({ code: 'store_read_only' });
    expect(await store.read((tx) => tx.all('inbox'))).toEqual([inboxDoc('a1')]);
    expect(await store.read((tx) => tx.version('inbox'))).not.toBe(version);
  });
});

describe('a damaged batch', () => {
  async function damage(dir: string, run: (bytes: Buffer) => Buffer): Promise<void> {
    const file = await onlyFile(dir);
    await writeFile(file, run(await readFile(file)));
  }
  const flipAt = (at: number) => (bytes: Buffer) => {
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    return bytes;
  };

  it('stops the start and the check with its name and the command to repair, wherever it is', async () => {
    const original = await written();
    const size = (await readFile(await onlyFile(original))).length;
    for (let at = 0; at < size; at += 7) {
      const dir = await copyAsKilled(original);
      await damage(dir, flipAt(at));
      await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
      await expect(openStore(dir)).rejects.toThrow(/batches\/batch\.00000001.*repair/s);
      await expect(verifyFolder(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
    }
  });

  it('of which one bit is wrong is repaired without loss', async () => {
    const dir = await written();
    await damage(dir, flipAt(120));
    const repair = await repairFolder(dir, { go: true });
    expect(repair).toMatchObject({ lost: [], mended: [2] });
    await verifyFolder(dir);
    expect(await store(dir)).toEqual(whole);
  });

  it('loses what cannot be read of it, says how much, and keeps the rest and all behind it', async () => {
    const dir = await written();
    await damage(dir, (bytes) => Buffer.from(bytes.toString().replace('第3条诉求', '第三条')));
    const repair = await repairFolder(dir, { go: true });
    expect(lostWords(repair)).toBe('第 2 条缺 1 份内容');
    await verifyFolder(dir);
    expect(await store(dir)).toEqual(whole.filter((id) => id !== 'a3'));
  });

  it('that is gone, or shorter, or another one, is noticed and repaired around', async () => {
    for (const run of [
      (file: string) => rm(file),
      (file: string) => writeFile(file, ''),
      async (file: string) => writeFile(file, (await readFile(file, 'utf8')).replace(/^.*\n/, '')),
    ]) {
      const dir = await written();
      await run(await onlyFile(dir));
      await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
      expect(lostWords(await repairFolder(dir, { go: true }))).toMatch(/^第 2 条缺 [15] 份内容$/);
      await verifyFolder(dir);
      expect(await store(dir)).toEqual(expect.arrayContaining(['one', 'two']));
    }
  });

  const store = async (dir: string) => idsIn(await openStore(dir));
});
