import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thisProcess } from '#src/store/json-file/process-identity.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { openStore, storeFolder } from '../support/store-folder.ts';
import { recordingLog } from '../support/store-recording-log.ts';
import { spawnStoreChild } from '../support/store-spawn-child.ts';

async function sealedSnapshot(dir: string, change: (text: string) => string): Promise<void> {
  const path = join(dir, 'db.json');
  const text = change((await readFile(path, 'utf8')).replace(/"sha256": ".*"\n}\n$/, ''));
  const sha256 = createHash('sha256').update(text).digest('hex');
  await writeFile(path, `${text}"sha256": "${sha256}"\n}\n`);
}

describe('the mode of a store', () => {
  it.each([
    ['demo', 'production', '是演示数据，不能以正式方式打开'],
    ['production', 'demo', '是正式数据，不能以演示方式打开'],
  ] as const)('%s does not open as %s', async (mode, other, sentence) => {
    const dir = await storeFolder();
    await (await openStore(dir, { mode })).close();
    const refused = openStore(dir, { mode: other });
    await expect(refused).rejects.toMatchObject({
      code: 'store_mode',
      say: expect.stringContaining(sentence),
    });
    await (await openStore(dir, { mode })).close();
  });
});

describe('the lock of a folder', () => {
  it('names the process that has it, and is free after a close', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    const refused = openStore(dir);
    await expect(refused).rejects.toMatchObject({
      code: 'store_locked',
      say: expect.stringContaining(`${process.pid}`),
    });
    await store.close();
    await openStore(dir);
    expect((await readdir(dir)).filter((name) => name.includes('LOCK'))).toHaveLength(1);
  });

  it('holds against another process, and is taken over when that one is killed', async () => {
    const dir = await storeFolder();
    const child = await spawnStoreChild(dir);
    const pid = await child.open();
    const refused = openStore(dir);
    await expect(refused).rejects.toMatchObject({
      code: 'store_locked',
      say: expect.stringContaining(`${pid}`),
    });
    await child.kill();
    const { log, entries } = recordingLog();
    await openStore(dir, { log });
    expect(entries).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ pid }) }),
    );
  });

  it('of a pid that was given to another process, or of an earlier start of the machine, is taken over', async () => {
    const dir = await storeFolder();
    const own = await thisProcess();
    const stale = [{ ...own, started: '1' }, { ...own, boot: 'another' }, 'not a lock'];
    for (const holder of stale) {
      await writeFile(join(dir, 'LOCK.old'), JSON.stringify(holder));
      await (await openStore(dir)).close();
    }
  });

  it('never goes to two of many that find it stale', async () => {
    const dir = await storeFolder();
    await (await openStore(dir)).close();
    await writeFile(join(dir, 'LOCK.old'), JSON.stringify({ ...(await thisProcess()), started: '1' }));
    const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openStore(dir)));
    expect(opened.filter((one) => one.status === 'fulfilled').length).toBeLessThan(2);
  });
});

describe('data of a newer version', () => {
  it('in a newer format does not open', async () => {
    const dir = await storeFolder();
    await (await openStore(dir)).close();
    await sealedSnapshot(dir, (text) => text.replace('"format": 1', '"format": 2'));
    await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_newer' });
  });

  it('with an unknown collection does not open', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc('a')));
    await store.close();
    await sealedSnapshot(dir, (text) => text.replace('"inbox"', '"outlook"'));
    await expect(openStore(dir)).rejects.toThrow('outlook');
  });
});
