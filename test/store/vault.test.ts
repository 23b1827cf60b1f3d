import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import type { Vault } from '#src/store/vault.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-vault-'));
});
afterAll(() => rm(dir, { recursive: true }));

function vaultContract(name: string, open: () => Promise<Vault>): void {
  describe(`${name} as a Vault`, () => {
    it('opens what it sealed, and two seals of one text differ', async () => {
      const vault = await open();
      const [one, two] = await Promise.all([vault.seal('E001', '张三 138'), vault.seal('E001', '张三 138')]);
      expect([await vault.open(one), await vault.open(two)]).toEqual(['张三 138', '张三 138']);
      expect(one.key).toBe('E001');
      expect(one.data).not.toBe(two.data);
      expect(Buffer.from(one.data, 'base64').toString()).not.toContain('138');
      expect(await vault.open(await vault.seal('E001', ''))).toBe('');
    });

    it('never opens again what was sealed under a destroyed key, also when its id is used anew', async () => {
      const vault = await open();
      const [gone, kept] = [await vault.seal('gone', 'a'), await vault.seal('kept', 'b')];
      await vault.destroy('gone');
      await vault.destroy('gone');
      await vault.destroy('never-was');
      expect([await vault.open(gone), await vault.open(kept)]).toEqual([undefined, 'b']);
      const anew = await vault.seal('gone', 'c');
      expect([await vault.open(gone), await vault.open(anew)]).toEqual([undefined, 'c']);
    });

    it('does not open a text that was changed, cut, or moved to another key', async () => {
      const vault = await open();
      const sealed = await vault.seal('a', 'text');
      await vault.seal('b', 'text');
      const bytes = Buffer.from(sealed.data, 'base64');
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      expect(await vault.open({ key: 'a', data: bytes.toString('base64') })).toBeUndefined();
      expect(await vault.open({ key: 'a', data: sealed.data.slice(0, 20) })).toBeUndefined();
      expect(await vault.open({ key: 'b', data: sealed.data })).toBeUndefined();
    });

    it('refuses a key id that could be a path', async () => {
      const vault = await open();
      for (const id of ['', '../x', 'a/b', 'a.b', 'x'.repeat(65)]) {
        await expect(vault.seal(id, 'a')).rejects.toThrow(RangeError);
        await expect(vault.open({ key: id, data: '' })).rejects.toThrow(RangeError);
        await expect(vault.destroy(id)).rejects.toThrow(RangeError);
      }
    });
  });
}

vaultContract('the memory vault', async () => createMemoryVault());
vaultContract('the file vault', () => openFileVault({ dir }));

describe('the file vault', () => {
  it('keeps each key in a file that only its owner can read, and opens across restarts', async () => {
    const sealed = await (await openFileVault({ dir })).seal('restart', 'text');
    expect(await (await openFileVault({ dir })).open(sealed)).toBe('text');
    const mode = async (path: string) => (await stat(join(dir, path))).mode & 0o777;
    expect([await mode('keys'), await mode('keys/restart.key')]).toEqual([0o700, 0o600]);
    expect((await stat(join(dir, 'keys/restart.key'))).size).toBe(32);
    expect((await readdir(join(dir, 'keys'))).filter((name) => !name.endsWith('.key'))).toEqual([]);
  });

  it('does not replace a damaged key', async () => {
    const vault = await openFileVault({ dir });
    const sealed = await vault.seal('damaged', 'text');
    await writeFile(join(dir, 'keys/damaged.key'), 'short');
    await expect(vault.seal('damaged', 'text')).rejects.toThrow('damaged');
    await expect(vault.open(sealed)).rejects.toThrow('damaged');
    await vault.destroy('damaged');
    expect(await vault.open(sealed)).toBeUndefined();
  });
});
