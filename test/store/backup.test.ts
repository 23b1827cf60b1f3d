import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { backupFolder, restoreFolder } from '#src/store/json-file/backup-folder.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openFolderFiles } from '#src/store/json-file/folder-files.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { journalLines, openStore, storeFolder } from '../support/store-folder.ts';

const put = (store: DocumentStore, id: string) =>
  store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(id, { body: 'x'.repeat(200) })));

const inboxIds = (store: DocumentStore) =>
  store.read(async (tx) => (await tx.all('inbox')).map(({ id }) => id));

describe('a backup', () => {
  it('taken again and again under write load is each time a whole store with all that was acknowledged before', {
    timeout: 60_000,
  }, async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { compactBytes: 20_000 });
    let over = false;
    const acknowledged: string[] = [];
    const writer = async (number: number) => {
      for (let turn = 1; !over; turn += 1) {
        await put(store, `w${number}.${turn}`);
        acknowledged.push(`w${number}.${turn}`);
      }
    };
    const writers = Array.from({ length: 5 }, (_, number) => writer(number));
    for (let round = 0; round < 8; round += 1) {
      const before = [...acknowledged];
      const backup = await storeFolder();
      const facts = await backupFolder({ from: dir, to: backup });
      const after = new Set(acknowledged);
      const home = await storeFolder();
      expect(await restoreFolder({ from: backup, to: home })).toMatchObject({ head: facts.head });
      const restored = await openStore(home);
      const ids = await inboxIds(restored);
      expect(before.filter((id) => !ids.includes(id))).toEqual([]);
      // In flight when it was taken: at most one a writer more than was acknowledged by its end.
      expect(ids.filter((id) => !after.has(id)).length).toBeLessThanOrEqual(5);
      expect(await journalLines(home)).toHaveLength(facts.lines);
      await put(restored, 'goes on');
    }
    over = true;
    await Promise.all(writers);
    expect((await readdir(join(dir, 'archive'))).length).toBeGreaterThan(2);
  });

  it('brings the kept files along, whole ones only', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    const files = await openFolderFiles({ dir });
    const hash = await files.put(Buffer.from('工作簿'));
    await writeFile(join(dir, 'files', `${hash}.ab12.tmp`), 'half');
    await put(store, 'one');
    await store.close();
    const [backup, home] = [await storeFolder(), await storeFolder()];
    await backupFolder({ from: dir, to: backup });
    await restoreFolder({ from: backup, to: home });
    expect((await (await openFolderFiles({ dir: home })).get(hash))?.toString()).toBe('工作簿');
    expect(await readdir(join(home, 'files'))).toEqual([hash]);
  });

  it('holds keys only apart, and without them nobody reads the contacts', async () => {
    const [dir, backup, home] = [await storeFolder(), await storeFolder(), await storeFolder()];
    await (await openStore(dir)).close();
    const sealed = await (await openFileVault({ dir })).seal('E001', '138');
    await expect(backupFolder({ from: dir, to: backup, keys: join(backup, 'k') })).rejects.toMatchObject({
      code: 'store_keys_inside',
    });
    const keys = await storeFolder();
    expect(await backupFolder({ from: dir, to: backup, keys })).toMatchObject({ keys: 1 });
    expect(await readdir(backup)).not.toContain('keys');
    expect((await stat(join(keys, 'E001.key'))).mode & 0o077).toBe(0);
    await restoreFolder({ from: backup, to: home });
    expect(await (await openFileVault({ dir: home })).open(sealed)).toBeUndefined();
    await rm(home, { recursive: true });
    expect(await restoreFolder({ from: backup, to: home, keys })).toMatchObject({ keys: 1 });
    expect(await (await openFileVault({ dir: home })).open(sealed)).toBe('138');
  });

  it('never writes into a folder that is not empty, and is not restored when it is damaged', async () => {
    const [dir, backup, used] = [await storeFolder(), await storeFolder(), await storeFolder()];
    const store = await openStore(dir);
    await put(store, 'a');
    await store.close();
    await writeFile(join(used, 'file'), '');
    await backupFolder({ from: dir, to: backup });
    await expect(backupFolder({ from: dir, to: backup })).rejects.toMatchObject({ code: 'store_not_empty' });
    await expect(restoreFolder({ from: backup, to: used })).rejects.toMatchObject({
      code: 'store_not_empty',
    });
    await expect(restoreFolder({ from: used, to: dir })).rejects.toMatchObject({ code: 'store_missing' });
    const segment = join(backup, 'archive/journal.00000001.jsonl');
    await writeFile(segment, (await readFile(segment, 'utf8')).replace('ou_a', 'ou_b'));
    const home = join(await storeFolder(), 'home');
    await mkdir(home);
    await expect(restoreFolder({ from: backup, to: home })).rejects.toMatchObject({ code: 'store_corrupt' });
    expect(await readdir(home)).toEqual([]);
  });
});
