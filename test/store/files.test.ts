import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '#src/store/file-store.ts';
import { openFolderFiles } from '#src/store/json-file/folder-files.ts';
import { createMemoryFiles } from '#src/store/memory/memory-files.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-files-'));
});
afterAll(() => rm(dir, { recursive: true }));

function filesContract(name: string, open: () => Promise<FileStore>): void {
  describe(`${name} as a FileStore`, () => {
    it('gives back the bytes by their hash, and keeps equal bytes once', async () => {
      const files = await open();
      const hash = await files.put(Buffer.from('进度'));
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(await files.put(Buffer.from('进度'))).toBe(hash);
      expect((await files.get(hash))?.toString()).toBe('进度');
    });

    it.each(['f'.repeat(64), '../keys/E001.key', ''])('knows no file by the name “%s”', async (hash) => {
      expect(await (await open()).get(hash)).toBeUndefined();
    });
  });
}

filesContract('memory', async () => createMemoryFiles());
filesContract('a folder', () => openFolderFiles({ dir }));

describe('the folder', () => {
  it('leaves nothing half-written and notices a file that was changed', async () => {
    const files = await openFolderFiles({ dir });
    const hash = await files.put(Buffer.from('whole'));
    expect((await readdir(join(dir, 'files'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await writeFile(join(dir, 'files', hash), 'other');
    await expect(files.get(hash)).rejects.toThrow('damaged');
  });
});
