import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../file-store.ts';
import { machineDisk, syncFolder } from '../journal/disk.ts';

const hashShape = /^[0-9a-f]{64}$/;

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Files in `<dir>/files`, each under its hash; a crash leaves a whole file or none. */
export async function openFolderFiles(options: { dir: string }): Promise<FileStore> {
  const folder = join(options.dir, 'files');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncFolder(machineDisk, options.dir);
  const read = (hash: string) =>
    readFile(join(folder, hash)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return undefined;
      throw cause;
    });
  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      if (await read(hash)) return hash;
      const draft = join(folder, `${hash}.${randomBytes(4).toString('hex')}.tmp`);
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, join(folder, hash));
      await syncFolder(machineDisk, folder);
      return hash;
    },
    async get(hash) {
      if (!hashShape.test(hash)) return undefined;
      const bytes = await read(hash);
      if (bytes && hashOf(bytes) !== hash) throw new Error(`a kept file is damaged: ${hash}`);
      return bytes;
    },
  };
}
