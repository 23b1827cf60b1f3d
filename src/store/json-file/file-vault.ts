import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { machineDisk, syncFolder } from '../journal/disk.ts';
import { createMutex } from '../memory/mutex.ts';
import { assertKeyId, keyLength, newKey, openWith, sealWith } from '../memory/sealing.ts';
import type { Vault } from '../vault.ts';

/**
 * A vault with a file per key in `<dir>/keys`, which backups must leave out. Keys are read anew each time: one that was destroyed is at
 * once of no use to anybody.
 */
export async function openFileVault(options: { dir: string }): Promise<Vault> {
  const folder = join(options.dir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncFolder(machineDisk, options.dir);
  const mutex = createMutex();
  const pathOf = (id: string) => {
    assertKeyId(id);
    return join(folder, `${id}.key`);
  };
  return {
    // One after another: nobody may use a key of which another call has not yet made sure that it lasts.
    seal: (id, text) =>
      mutex.run(async () => {
        const path = pathOf(id);
        const key = (await readKey(path)) ?? (await createKey(folder, path));
        return sealWith(key, id, text);
      }),
    async open(sealed) {
      const key = await readKey(pathOf(sealed.key));
      return key && openWith(key, sealed);
    },
    destroy: (id) => mutex.run(() => destroyKey(folder, pathOf(id))),
  };
}

async function readKey(path: string): Promise<Buffer | undefined> {
  const key = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  // Never replaced by a new one: what the old one sealed would be lost without anybody having asked for it.
  if (key && key.length !== keyLength)
    throw new Error('a key file is damaged: restore it or destroy the key');
  return key;
}

async function createKey(folder: string, path: string): Promise<Buffer> {
  const key = newKey();
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  await writeSynced(draft, 'wx', key);
  // Linked into place whole and synced, so that a crash leaves either no key or the key.
  await link(draft, path);
  await unlink(draft);
  await syncFolder(machineDisk, folder);
  return key;
}

async function destroyKey(folder: string, path: string): Promise<void> {
  if (await readFile(path).catch(() => undefined)) await writeSynced(path, 'r+', randomBytes(keyLength));
  await rm(path, { force: true });
  await syncFolder(machineDisk, folder);
}

async function writeSynced(path: string, flags: 'wx' | 'r+', bytes: Buffer): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
