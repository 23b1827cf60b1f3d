import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { copyAsKilled, openStore, storeFolder } from '../support/store-folder.ts';
import { recordingLog } from '../support/store-recording-log.ts';

const segment = 'journal.00000001.jsonl';

/** A folder as a kill left it after `count` transactions, each of which put a document. */
async function written(count: number): Promise<string> {
  const dir = await storeFolder();
  const store = await openStore(dir);
  for (let i = 0; i < count; i += 1) {
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(`d${i}`, { body: '诉求' })));
  }
  return copyAsKilled(dir);
}

async function lineOffsets(dir: string): Promise<number[]> {
  const bytes = await readFile(join(dir, segment));
  const offsets = [0];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) offsets.push(at + 1);
  return offsets;
}

async function flip(path: string, offset: number, bit = 0): Promise<void> {
  const bytes = await readFile(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
  await writeFile(path, bytes);
}

describe('a torn last line', () => {
  it('is cut off and reported, and the journal goes on behind it', async () => {
    const dir = await written(3);
    const offsets = await lineOffsets(dir);
    await truncate(join(dir, segment), (offsets[3] ?? 0) - 10);
    const { log, entries } = recordingLog();
    const store = await openStore(dir, { log });
    expect(entries).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ offset: offsets[2] }) }),
    );
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc('next')));
    await store.close();
    expect((await verifyChain(dir)).lines).toBe(3);
    const ids = await (await openStore(dir)).read(async (tx) => (await tx.all('inbox')).map((doc) => doc.id));
    expect(ids).toEqual(['d0', 'd1', 'next']);
  });

  it('leaves exactly the lines before it, wherever the cut is', { timeout: 60_000 }, async () => {
    const original = await written(12);
    const offsets = await lineOffsets(original);
    const size = offsets.at(-1) ?? 0;
    const cut = fc.integer({ min: 0, max: size });
    const property = fc.asyncProperty(cut, async (length) => {
      const dir = await copyAsKilled(original);
      await truncate(join(dir, segment), length);
      const store = await openStore(dir);
      const whole = offsets.filter((offset) => offset > 0 && offset <= length).length;
      expect(await store.read(async (tx) => (await tx.all('inbox')).length)).toBe(whole);
      await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc('next')));
      await store.close();
      expect((await verifyChain(dir)).lines).toBe(whole + 1);
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it('in a segment that is not the newest stops the start', async () => {
    const dir = await written(3);
    const bytes = await readFile(join(dir, segment));
    await writeFile(join(dir, segment), bytes.subarray(0, -4));
    await writeFile(join(dir, 'journal.00000002.jsonl'), '');
    await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
  });
});

describe('a damaged line', () => {
  it('stops the start with file, byte offset and the command to repair, and changes nothing', async () => {
    const dir = await written(5);
    const offsets = await lineOffsets(dir);
    await flip(join(dir, segment), (offsets[2] ?? 0) + 40);
    const before = await readFile(join(dir, segment));
    const refused = openStore(dir);
    await expect(refused).rejects.toMatchObject({ code: 'store_corrupt', wake: true });
    await expect(refused).rejects.toThrow(`${segment} 从第 ${offsets[2]} 字节起`);
    await expect(refused).rejects.toThrow(`npm run store -- repair --data ${dir}`);
    expect(await readFile(join(dir, segment))).toEqual(before);
    await expect(verifyChain(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
    await flip(join(dir, segment), (offsets[2] ?? 0) + 40);
    expect(await (await openStore(dir)).read(async (tx) => (await tx.all('inbox')).length)).toBe(5);
  });

  it('is noticed wherever a bit flips, but for the end of the last line', { timeout: 60_000 }, async () => {
    const original = await written(6);
    const size = (await lineOffsets(original)).at(-1) ?? 0;
    const place = fc.record({
      offset: fc.integer({ min: 0, max: size - 2 }),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    const property = fc.asyncProperty(place, async ({ offset, bit }) => {
      const dir = await copyAsKilled(original);
      await flip(join(dir, segment), offset, bit);
      await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it('is noticed when whole lines were removed, repeated or exchanged', async () => {
    const dir = await written(4);
    const [a, b, c, d] = (await readFile(join(dir, segment), 'utf8')).split('\n');
    for (const lines of [
      [b, c, d],
      [a, c, d],
      [a, b, b, c],
      [a, c, b, d],
    ]) {
      await writeFile(join(dir, segment), `${lines.join('\n')}\n`);
      await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
      await expect(verifyChain(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
    }
  });

  it('is noticed when somebody rewrote it with a checksum that fits', async () => {
    const dir = await written(4);
    const lines = (await readFile(join(dir, segment), 'utf8')).split('\n');
    const json = (lines[1] ?? '').slice(9).replace('ou_a', 'ou_b');
    lines[1] = `${crc32(json).toString(16).padStart(8, '0')} ${json}`;
    await writeFile(join(dir, segment), lines.join('\n'));
    await expect(openStore(dir)).rejects.toThrow('哈希链');
    await expect(verifyChain(dir)).rejects.toThrow('哈希链');
  });

  it('in the archive is found by verifyChain, as is a missing segment', async () => {
    const dir = await written(2);
    await (await openStore(dir)).close();
    const archived = join(dir, 'archive', segment);
    await flip(archived, 30);
    await expect(verifyChain(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
    await rm(archived);
    await expect(verifyChain(dir)).rejects.toThrow(`${segment} 缺失`);
  });
});

describe('a damaged folder', () => {
  it('with a changed db.json does not open', async () => {
    const dir = await written(2);
    await (await openStore(dir)).close();
    const path = join(dir, 'db.json');
    const text = await readFile(path, 'utf8');
    for (const changed of [text.replace('诉求', '诉讼'), text.slice(0, -30), '', '{}']) {
      await writeFile(path, changed);
      await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
    }
  });

  it('without db.json or without a segment does not open', async () => {
    const dir = await written(2);
    await rm(join(dir, 'db.json'));
    await expect(openStore(dir)).rejects.toThrow('没有 db.json');
    const compacted = await written(2);
    await (await openStore(compacted)).close();
    await rm(join(compacted, 'journal.00000002.jsonl'));
    await expect(openStore(compacted)).rejects.toThrow('journal.00000002.jsonl 缺失');
    await writeFile(join(compacted, 'journal.00000003.jsonl'), '');
    await expect(openStore(compacted)).rejects.toThrow('journal.00000002.jsonl 缺失');
  });
});
