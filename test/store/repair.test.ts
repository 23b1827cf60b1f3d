import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { lostWords, repairFolder } from '#src/store/json-file/repair-folder.ts';
import { verifyFolder } from '#src/store/json-file/verify-folder.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { copyAsKilled, journalLines, openStore, storeFolder } from '../support/store-folder.ts';

const archived = join('archive', 'journal.00000001.jsonl');
const current = 'journal.00000002.jsonl';

const put = (store: DocumentStore, id: string) =>
  store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(id, { body: '诉求J' })));

/** As a kill left it: d0 … d3 in the snapshot and in the archive, d4 … d8 in the journal. */
async function written(): Promise<string> {
  const dir = await storeFolder();
  const first = await openStore(dir);
  for (let i = 0; i < 4; i += 1) await put(first, `d${i}`);
  await first.close();
  const store = await openStore(dir);
  for (let i = 4; i < 9; i += 1) await put(store, `d${i}`);
  return copyAsKilled(dir);
}

const all = Array.from({ length: 9 }, (_, number) => `d${number}`);

async function inboxOf(dir: string): Promise<string[]> {
  const store = await openStore(dir);
  const docs = await store.read((tx) => tx.all('inbox'));
  await put(store, 'next');
  await store.close();
  return docs.map(({ id }) => id);
}

async function change(path: string, run: (bytes: Buffer) => Buffer | string): Promise<void> {
  await writeFile(path, run(await readFile(path)));
}

/** Replaces several bytes of the n-th line of a file, so that no flipped bit explains it. */
const spoil = (dir: string, file: string, line: number) =>
  change(join(dir, file), (bytes) => {
    const lines = bytes.toString('latin1').split('\n');
    lines[line] = (lines[line] ?? '').replace('ou_a', 'XXXX');
    return Buffer.from(lines.join('\n'), 'latin1');
  });

describe('repair', () => {
  it('only says what it would do, unless it is told to go', async () => {
    const dir = await written();
    await spoil(dir, current, 1);
    const before = await readFile(join(dir, current));
    const repair = await repairFolder(dir, { go: false });
    expect(repair).toMatchObject({ bad: { number: 2 }, kept: 3, beside: undefined });
    expect(await readFile(join(dir, current))).toEqual(before);
    expect((await readdir(dir)).filter((name) => /damaged|LOCK/.test(name))).toEqual([]);
  });

  it('of a damaged line loses that transaction only, says which, and keeps the damaged file', async () => {
    const dir = await written();
    await spoil(dir, current, 1);
    const damaged = await readFile(join(dir, current));
    const repair = await repairFolder(dir, { go: true });
    expect(repair.lost).toEqual([{ from: 6, to: 6, documents: ['inbox d5'] }]);
    expect(lostWords(repair)).toBe('缺 第 6 条（可辨认：inbox d5）');
    expect(await readFile(join(repair.beside ?? '', current))).toEqual(damaged);
    await verifyFolder(dir);
    expect(await inboxOf(dir)).toEqual(all.filter((id) => id !== 'd5'));
    expect((await verifyFolder(dir)).lines).toBe(10);
    const told = (await journalLines(dir)).find((line) => line.includes('store.repair'));
    expect(told).toContain('缺 第 6 条');
  });

  it('turns a single flipped bit back and loses nothing, wherever in the journal it is', {
    timeout: 60_000,
  }, async () => {
    const original = await written();
    const size = (await readFile(join(original, current))).length;
    const place = fc.record({
      offset: fc.integer({ min: 0, max: size - 1 }),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    const property = fc.asyncProperty(place, async ({ offset, bit }) => {
      const dir = await copyAsKilled(original);
      await change(join(dir, current), (bytes) => {
        bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
        return bytes;
      });
      await expect(openStore(dir)).rejects.toMatchObject({ code: 'store_corrupt' });
      expect(await repairFolder(dir, { go: true })).toMatchObject({ lost: [] });
      await verifyFolder(dir);
      expect(await inboxOf(dir)).toEqual(all);
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it('parts two lines again between which a flipped bit took the line feed, and joins one that it parted', async () => {
    const original = await written();
    const bytes = await readFile(join(original, current));
    const repaired = async (offset: number, byte: number) => {
      const dir = await copyAsKilled(original);
      await change(join(dir, current), (text) => {
        text[offset] = byte;
        return text;
      });
      const repair = await repairFolder(dir, { go: true });
      expect(await inboxOf(dir)).toEqual(all);
      return repair;
    };
    const placesOf = (byte: number) => [...bytes.keys()].filter((offset) => bytes[offset] === byte);
    // The last line feed joins nothing: there the line is whole as it is.
    for (const [nth, offset] of placesOf(0x0a).slice(0, -1).entries())
      for (const byte of [0x0b, 0x8a])
        expect(await repaired(offset, byte)).toMatchObject({ lost: [], mended: [5 + nth, 6 + nth] });
    // A J is one bit from a line feed; each line holds one.
    for (const [nth, offset] of placesOf(0x4a).entries())
      expect(await repaired(offset, 0x0a)).toMatchObject({ lost: [], mended: [5 + nth] });
  });

  it('counts each of two lost lines at the end that ran into one another', async () => {
    const dir = await written();
    await change(join(dir, current), (bytes) => {
      const lines = bytes.toString('latin1').replaceAll('ou_a', 'XXXX').split('\n');
      return Buffer.from([...lines.slice(0, 3), `${lines[3]} ${lines[4]}\n`].join('\n'), 'latin1');
    });
    const { lost } = await repairFolder(dir, { go: true });
    expect(lost).toEqual([
      { from: 5, to: 9, documents: ['d4', 'd5', 'd6', 'd7', 'd8'].map((id) => `inbox ${id}`) },
    ]);
    expect(await inboxOf(dir)).toEqual(all.slice(0, 4));
  });

  it('rebuilds a damaged or missing db.json from the journal and loses nothing', {
    timeout: 60_000,
  }, async () => {
    const original = await written();
    const size = (await readFile(join(original, 'db.json'))).length;
    const property = fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), async (offset) => {
      const dir = await copyAsKilled(original);
      await change(join(dir, 'db.json'), (bytes) => {
        bytes[offset] = (bytes[offset] ?? 0) ^ 1;
        return bytes;
      });
      const refused = await openStore(dir).then(
        () => 'opened',
        ({ code }) => code,
      );
      // A flip in the format number itself reads as a newer version: nothing may be touched then.
      if (refused === 'store_newer') return;
      expect(refused).toBe('store_corrupt');
      expect((await repairFolder(dir, { go: true, mode: 'demo' })).lost).toEqual([]);
      expect(await inboxOf(dir)).toEqual(all);
    });
    await fc.assert(property, { numRuns: 30 });
    await rm(join(original, 'db.json'));
    await truncate(join(original, current), (await readFile(join(original, current))).length - 5);
    await expect(repairFolder(original, { go: true })).rejects.toMatchObject({ code: 'store_mode_unknown' });
    expect((await repairFolder(original, { go: true, mode: 'demo' })).lost).toEqual([]);
    // The cut tail was never acknowledged.
    expect(await inboxOf(original)).toEqual(all.slice(0, -1));
    await verifyFolder(original);
  });

  it('goes on without a lost segment, and with snapshot and archive both damaged', async () => {
    const missing = await written();
    await rm(join(missing, current));
    expect(await repairFolder(missing, { go: true })).toMatchObject({
      bad: { number: 2, offset: 0 },
      lost: [],
    });
    expect(await inboxOf(missing)).toEqual(all.slice(0, 4));
    const both = await written();
    await spoil(both, archived, 2);
    await change(join(both, 'db.json'), (bytes) => bytes.toString().replace('诉求', '诉讼'));
    expect((await repairFolder(both, { go: true })).lost).toMatchObject([{ from: 3, to: 3 }]);
    expect(await inboxOf(both)).toEqual(all.filter((id) => id !== 'd2'));
    await verifyFolder(both);
  });

  it('refuses while the product is running, and leaves alone what is whole', async () => {
    const dir = await written();
    expect(await repairFolder(dir, { go: true })).toMatchObject({ bad: undefined, beside: undefined });
    await openStore(dir);
    await expect(repairFolder(dir, { go: true })).rejects.toMatchObject({ code: 'store_locked' });
  });
});

describe('verify', () => {
  it('counts documents and names the head of the chain, also while the store is open', async () => {
    const dir = await written();
    const store = await openStore(dir);
    await put(store, 'open');
    const facts = await verifyFolder(dir);
    expect(facts).toMatchObject({ mode: 'demo', lines: 10, segments: 2, counts: { inbox: 10 }, torn: 0 });
    expect(store.trail.head()).toEqual({ seq: 10, head: facts.head });
  });

  it('notices a db.json that is sealed but not what the journal says', async () => {
    const dir = await written();
    const other = await storeFolder();
    const store = await openStore(other);
    for (let i = 0; i < 4; i += 1) await put(store, `x${i}`);
    await store.close();
    await writeFile(join(dir, 'db.json'), await readFile(join(other, 'db.json')));
    await expect(verifyFolder(dir)).rejects.toThrow('哈希链');
  });

  it('notices a damaged line of the archive', async () => {
    const dir = await written();
    await spoil(dir, archived, 0);
    await expect(verifyFolder(dir)).rejects.toThrow('journal.00000001.jsonl 从第 0 字节起');
  });
});
