import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Doc } from '#src/store/collections.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { backupFolder, restoreFolder } from '#src/store/json-file/backup-folder.ts';
import { repairFolder } from '#src/store/json-file/repair-folder.ts';
import { verifyFolder } from '#src/store/json-file/verify-folder.ts';
import { collectionNames } from '#src/store/memory/any-collection.ts';
import { Tables } from '#src/store/memory/tables.ts';
import { migrations } from '#src/store/migrations/list.ts';
import { planMigration } from '#src/store/migrations/plan-migration.ts';
import { versionOf } from '#src/store/migrations/version.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { failingDisk } from '../support/store-failing-disk.ts';
import { journalLines, openStore, storeFolder } from '../support/store-folder.ts';
import { recordingLog } from '../support/store-recording-log.ts';

/** A store that the code before the first migration made (commit 96a6340^): a snapshot and a journal behind it. */
const oldStore = 'test/fixtures/store-version-0';

async function oldFolder(): Promise<string> {
  const dir = await storeFolder();
  await cp(oldStore, dir, { recursive: true });
  return dir;
}

const messagesOf = (store: DocumentStore) => store.read((tx) => tx.all('outbox'));

const readerOf = (docs: readonly Doc<'outbox'>[], asked: string) =>
  docs.find(({ target }) => target.type === 'reply' && target.message === asked)?.reader;

describe('a store of an earlier version', () => {
  it('is led to this one in one line of the journal, which says why', async () => {
    const dir = await oldFolder();
    const before = await journalLines(dir);
    const store = await openStore(dir);
    const added = (await journalLines(dir)).slice(before.length);
    expect(added).toHaveLength(1);
    expect(added[0]).toContain('"what":"store.migrate"');
    expect(added[0]).toContain('0 → 1：');
    expect(await store.read((tx) => tx.get('settings', 'store_version'))).toEqual({
      id: 'store_version',
      value: { version: migrations.length },
    });
    expect((await verifyChain(dir)).lines).toBe(before.length + 1);
  });

  it('keeps the old snapshot as it was, and its log names it', async () => {
    const dir = await oldFolder();
    const { log, entries } = recordingLog();
    await (await openStore(dir, { log })).close();
    const kept = await readFile(join(dir, 'db.version-0.json'));
    expect(kept.equals(await readFile(join(oldStore, 'db.json')))).toBe(true);
    expect(entries.map(({ text, fields }) => [text, fields.kept])).toContainEqual([
      'store migrated',
      'db.version-0.json',
    ]);
  });

  it('is migrated once', async () => {
    const dir = await oldFolder();
    await (await openStore(dir)).close();
    const lines = await journalLines(dir);
    await (await openStore(dir)).close();
    expect(await journalLines(dir)).toEqual(lines);
  });

  it('is as it was when the disk fails meanwhile, and is migrated at the next start', async () => {
    const dir = await oldFolder();
    const before = await journalLines(dir);
    const { disk, fail } = failingDisk();
    fail({ file: 'journal.', step: 'append', code: 'ENOSPC' });
    await expect(openStore(dir, { disk })).rejects.toMatchObject({
      code: 'store_disk',
      say: expect.stringContaining('无法写入（ENOSPC），系统没有启动'),
    });
    expect(await journalLines(dir)).toEqual(before);
    const store = await openStore(dir);
    expect(readerOf(await messagesOf(store), 'om_asked')).toBe('ou_handler');
  });
});

describe('a store of a newer version', () => {
  it('is refused with a sentence and left alone', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    const version = migrations.length + 1;
    await store.write(metaOf(), (tx) => tx.put('settings', { id: 'store_version', value: { version } }));
    await store.close();
    const before = await readFile(join(dir, 'db.json'), 'utf8');
    await expect(openStore(dir)).rejects.toMatchObject({
      code: 'store_newer',
      say: expect.stringContaining(`数据版本是 ${version}，比本程序新`),
    });
    expect(await readFile(join(dir, 'db.json'), 'utf8')).toBe(before);
  });
});

describe('a new store', () => {
  it('is of this version, and its first line says so', async () => {
    const dir = await storeFolder();
    await (await openStore(dir)).close();
    expect(await journalLines(dir)).toEqual([]);
    const store = await openStore(dir);
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc('a')));
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc('b')));
    await store.close();
    const version = `["settings","store_version",{"id":"store_version","value":{"version":${migrations.length}}}]`;
    expect((await journalLines(dir)).map((line) => line.includes(version))).toEqual([true, false]);
    expect((await readdir(dir)).filter((name) => name.startsWith('db.version'))).toEqual([]);
    expect(await verifyFolder(dir)).toMatchObject({ lines: 2, counts: { settings: 1, inbox: 2 } });
  });
});

describe.each([
  ['a migrated store', oldFolder],
  ['a new store', storeFolder],
])('%s', (_, folder) => {
  it('is found whole, survives a backup, and its db.json can be rebuilt without a second migration', async () => {
    const dir = await folder();
    const store = await openStore(dir);
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc('new')));
    await store.close();
    const { lines, counts } = await verifyFolder(dir);
    const [backup, home] = [await storeFolder(), await storeFolder()];
    await backupFolder({ from: dir, to: backup });
    expect(await restoreFolder({ from: backup, to: home })).toMatchObject({ lines, counts });
    expect(await repairFolder(home, { go: true })).toMatchObject({ snapshot: undefined, bad: undefined });
    await rm(join(home, 'db.json'));
    expect(await repairFolder(home, { go: true, mode: 'demo' })).toMatchObject({ lost: [] });
    expect(await verifyFolder(home)).toMatchObject({ lines, counts });
    await (await openStore(home)).close();
    expect(await verifyFolder(home)).toMatchObject({ lines, counts });
  });
});

describe('the steps', () => {
  it('are numbered without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('change nothing when run on what they have made', async () => {
    const dir = await oldFolder();
    const store = await openStore(dir);
    const tables = new Tables();
    for (const name of collectionNames) {
      const docs = await store.read((tx) => tx.all(name));
      tables.apply(docs.map((doc) => ({ name, id: 'id' in doc ? doc.id : '', doc })));
    }
    expect(versionOf(tables)).toBe(migrations.length);
    const { changes } = planMigration(tables, 0);
    expect(changes.map(({ name, id }) => [name, id])).toEqual([['settings', 'store_version']]);
  });

  it('1: private messages say who reads them, where that can be known', async () => {
    const docs = await messagesOf(await openStore(await oldFolder()));
    const notice = docs.find(({ target }) => target.type === 'person');
    expect(notice?.reader).toBe('ou_handler');
    expect(readerOf(docs, 'om_asked')).toBe('ou_handler');
    expect(readerOf(docs, 'om_group')).toBeUndefined();
    expect(readerOf(docs, 'om_other')).toBeUndefined();
    expect(docs).toHaveLength(4);
  });
});
