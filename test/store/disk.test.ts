import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machineDisk } from '#src/store/journal/disk.ts';

it('a file that is closed twice is closed, and never writes to the file that has its number now', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'disk-'));
  const first = await machineDisk.open(join(dir, 'first'), 'as');
  await first.close();
  const second = await machineDisk.open(join(dir, 'second'), 'as');
  await expect(first.append(Buffer.from('lost'))).rejects.toThrow('closed');
  await expect(first.close()).resolves.toBeUndefined();
  await second.append(Buffer.from('kept'));
  await second.close();
  expect(await readFile(join(dir, 'second'), 'utf8')).toBe('kept');
  await rm(dir, { recursive: true });
});
