import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import type { TrailEntry } from '#src/store/trail.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';
import { openStore, storeFolder } from '../support/store-folder.ts';

async function read(store: DocumentStore, before?: number) {
  const entries: TrailEntry[] = [];
  let damaged = 0;
  for await (const slice of store.trail.backwards(before)) {
    entries.push(...slice.entries);
    damaged += slice.damaged;
  }
  return { entries, damaged, seqs: entries.map(({ seq }) => seq) };
}

const down = (from: number) => Array.from({ length: from }, (_, index) => from - index);

async function filled(dir: string, count: number, compactBytes = 16 * 1024 * 1024) {
  const store = await openStore(dir, { compactBytes });
  for (let index = 1; index <= count; index += 1) {
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc(`m${index}`)));
  }
  return store;
}

describe('the trail of a folder', () => {
  it('is the whole journal, newest first, over archive and segments', async () => {
    const dir = await storeFolder();
    const store = await filled(dir, 700, 20_000);
    await store.close();
    const again = await openStore(dir);
    expect((await read(again)).seqs).toEqual(down(700));
    expect((await verifyChain(dir)).segments).toBeGreaterThan(2);
  });

  it('goes on before any line', async () => {
    const store = await filled(await storeFolder(), 300, 20_000);
    expect((await read(store, 42)).seqs).toEqual(down(41));
    expect((await read(store, 1)).seqs).toEqual([]);
  });

  it('says who, what, when, why, and which fields, never what they hold', async () => {
    const store = await filled(await storeFolder(), 1);
    const meta = { ...metaOf(), who: 'ou_a', what: 'press.x' };
    await store.write(meta, async (tx) => {
      tx.because('因为');
      await tx.put('inbox', { ...inboxDoc('m1'), body: { text: 'secret' } });
    });
    await store.write(metaOf(), (tx) => tx.delete('inbox', inboxDoc('m1').id));
    const { entries } = await read(store);
    expect(entries[1]).toMatchObject({ who: 'ou_a', what: 'press.x', why: '因为', at: meta.at });
    expect(entries[1]?.touched[0]).toMatchObject({ collection: 'inbox', removed: false });
    expect(entries[1]?.touched[0]?.fields).toContain('body');
    expect(entries[0]?.touched[0]).toMatchObject({ removed: true, fields: [] });
    expect(JSON.stringify(entries)).not.toContain('secret');
  });

  it('reads only the head of a line of many documents, whatever its reason says', async () => {
    const store = await filled(await storeFolder(), 3);
    const why = `","prev":"${'0'.repeat(64)}","ops":[`;
    await store.write({ ...metaOf(), why }, async (tx) => {
      for (let index = 0; index < 4000; index += 1) await tx.put('inbox', inboxDoc(`many${index}`));
    });
    await store.write(metaOf(), (tx) => tx.put('inbox', inboxDoc('last')));
    const { entries, damaged } = await read(store);
    expect([entries.map(({ large }) => large), damaged]).toEqual([[false, true, false, false, false], 0]);
    expect(entries[1]?.why).toBe(why);
  });

  it('counts a line that was damaged and reads on', async () => {
    const dir = await storeFolder();
    const store = await filled(dir, 5);
    const path = join(dir, 'journal.00000001.jsonl');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"seq":3,', '"seq":3;'));
    const { seqs, damaged } = await read(store);
    expect([seqs, damaged]).toEqual([[5, 4, 2, 1], 1]);
  });

  it('ends with the chain’s head, which the verification finds too', async () => {
    const dir = await storeFolder();
    const store = await filled(dir, 9);
    const { lines, head } = await verifyChain(dir);
    expect(store.trail.head()).toEqual({ seq: lines, head });
  });
});
