import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { silentLog } from '#src/shared/log.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { listSegments } from '#src/store/journal/segments.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { cadreDoc, inboxDoc, metaOf, settingDoc } from '../support/store-documents.ts';
import { failingDisk } from '../support/store-failing-disk.ts';
import { copyAsKilled, journalLines, openStore, storeFolder } from '../support/store-folder.ts';
import { recordingLog } from '../support/store-recording-log.ts';
import { storeContract } from './contract.ts';

storeContract('the json-file store', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'store-contract-'));
  const store = await openJsonFileStore({ dir, mode: 'demo', log: silentLog });
  return {
    store,
    lines: async () => (await journalLines(dir)).length,
    dispose: () => rm(dir, { recursive: true }),
  };
});

const put = (store: DocumentStore, id: string, at = '2026-11-06T09:00:00+08:00') =>
  store.write(metaOf({ at }), (tx) => tx.put('inbox', inboxDoc(id)));

const inboxIds = (store: DocumentStore) =>
  store.read(async (tx) => (await tx.all('inbox')).map((doc) => doc.id));

describe('a restart', () => {
  it('brings back every document, the indexes and the last time, after a close and after a kill', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    await put(store, 'b', '2026-11-06T09:00:00+08:00');
    await put(store, 'a', '2026-11-06T10:00:00+08:00');
    await store.write(metaOf({ at: '2026-11-06T11:00:00+08:00' }), (tx) => tx.delete('inbox', 'b'));
    const killed = await openStore(await copyAsKilled(dir));
    await store.close();
    for (const again of [killed, await openStore(dir)]) {
      expect(await inboxIds(again)).toEqual(['a']);
      expect(await again.read((tx) => tx.find('inbox', { index: 'state', key: 'pending' }))).toHaveLength(1);
      expect(again.lastAt()).toBe('2026-11-06T11:00:00+08:00');
      const doc = await again.read((tx) => tx.get('inbox', 'a'));
      expect(Object.isFrozen(doc)).toBe(true);
    }
  });

  it('goes on with the chain, over closes, kills and changes of segment', async () => {
    let dir = await storeFolder();
    for (let round = 0; round < 3; round += 1) {
      const closing = await openStore(dir);
      await put(closing, `closed${round}`);
      await closing.close();
      const killed = await openStore(dir);
      await put(killed, `killed${round}`);
      dir = await copyAsKilled(dir);
    }
    expect(await verifyChain(dir)).toMatchObject({ lines: 6 });
    expect(await inboxIds(await openStore(dir))).toHaveLength(6);
  });

  it('seeds 17,000 documents in chunks and has them again', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { compactBytes: 2 * 1024 * 1024 });
    for (let chunk = 0; chunk < 34; chunk += 1) {
      await store.write(metaOf({ who: 'system', what: 'seed' }), async (tx) => {
        for (let i = 0; i < 500; i += 1) await tx.put('cadres', cadreDoc(chunk * 500 + i, `U${chunk}`));
      });
    }
    const expected = await store.read((tx) => tx.all('cadres'));
    await store.close();
    const again = await openStore(dir);
    const cadres = await again.read((tx) => tx.all('cadres'));
    expect(cadres).toHaveLength(17_000);
    expect(cadres).toEqual(expected);
    expect(await again.read((tx) => tx.find('cadres', { index: 'unit', key: 'U33' }))).toHaveLength(500);
    expect((await verifyChain(dir)).lines).toBe(34);
  });
});

describe('the files', () => {
  it('say in each line who did what, when, why and for which event', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    const meta = metaOf({ why: '数据有误', event: 'message:om_1' });
    await put(store, 'begun');
    await store.write(meta, async (tx) => {
      await tx.put('settings', settingDoc('x', { n: 1 }));
      await tx.put('inbox', inboxDoc('a'));
    });
    await store.write(metaOf(), (tx) => tx.delete('inbox', 'a'));
    const [, first, second] = (await journalLines(dir)).map((line) => JSON.parse(line.slice(9)));
    const ops = [
      ['settings', 'x', { id: 'x', value: { n: 1 } }],
      ['inbox', 'a', inboxDoc('a')],
    ];
    expect(first).toEqual({ seq: 2, ...meta, prev: expect.stringMatching(/^[0-9a-f]{64}$/), ops });
    expect(second).toMatchObject({ seq: 3, ops: [['inbox', 'a', null]] });
  });

  it('keep a snapshot that people can read: one document a line', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    for (const id of ['a', 'b']) await put(store, id);
    await store.close();
    const text = await readFile(join(dir, 'db.json'), 'utf8');
    expect(text.split('\n')).toContain(`${JSON.stringify(inboxDoc('a'))},`);
    expect(text.split('\n')).toContain(JSON.stringify(inboxDoc('b')));
    const { head } = await verifyChain(dir);
    const facts = { format: 1, mode: 'demo', gen: 2, seq: 2, head, lastAt: '2026-11-06T09:00:00+08:00' };
    expect(JSON.parse(text)).toMatchObject({ ...facts, collections: { inbox: [{ id: 'a' }, { id: 'b' }] } });
  });

  it('are readable by their owner only', async () => {
    const dir = join(await storeFolder(), 'new');
    await (await openStore(dir)).close();
    for (const name of await readdir(dir)) expect((await stat(join(dir, name))).mode & 0o077).toBe(0);
    expect((await stat(dir)).mode & 0o077).toBe(0);
  });

  it('move old segments to the archive unchanged, and a start after a kill in between does it', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir);
    await put(store, 'a');
    const before = await readFile(join(dir, 'journal.00000001.jsonl'));
    await store.close();
    expect(await readFile(join(dir, 'archive/journal.00000001.jsonl'))).toEqual(before);
    expect(await listSegments(dir)).toEqual([2]);
    await writeFile(join(dir, 'journal.00000001.jsonl'), before);
    await rm(join(dir, 'archive'), { recursive: true });
    await openStore(dir);
    expect(await readFile(join(dir, 'archive/journal.00000001.jsonl'))).toEqual(before);
    expect(await listSegments(dir)).toEqual([2]);
  });

  it('make no segment for a start and close without changes', async () => {
    const dir = await storeFolder();
    for (let i = 0; i < 3; i += 1) await (await openStore(dir)).close();
    expect(await listSegments(dir)).toEqual([1]);
  });
});

describe('compaction', () => {
  it('beside busy writers loses nothing, and each snapshot is exactly the state at its line', async () => {
    const dir = await storeFolder();
    const store = await openStore(dir, { compactBytes: 20_000 });
    const writer = async (number: number) => {
      for (let turn = 1; turn <= 60; turn += 1) {
        const id = `w${number}.${turn % 7}`;
        const removes = turn % 5 === 0;
        await store.write(metaOf(), async (tx) => {
          if (removes) await tx.delete('inbox', id);
          await tx.put('inbox', inboxDoc(removes ? `${id}.other` : id, { attempts: turn }));
        });
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, number) => writer(number)));
    const state = await store.read((tx) => tx.all('inbox'));
    const snapshot = JSON.parse(await readFile(join(dir, 'db.json'), 'utf8'));
    await store.close();
    expect(await (await openStore(dir)).read((tx) => tx.all('inbox'))).toEqual(state);
    expect((await verifyChain(dir)).lines).toBe(600);
    expect((await listSegments(join(dir, 'archive'))).length).toBeGreaterThan(2);
    expect(snapshot.seq).toBeGreaterThan(0);
    const expected = stateAfter(await journalLines(dir), snapshot.seq);
    const kept: { id: string }[] = Object.values<{ id: string }[]>(snapshot.collections).flat();
    expect(new Map(kept.map((doc) => [doc.id, doc]))).toEqual(expected);
  });

  it('that fails is reported and loses nothing', async () => {
    const dir = await storeFolder();
    const { disk, fail } = failingDisk();
    const { log, entries } = recordingLog();
    const store = await openStore(dir, { disk, log });
    fail({ file: 'db.json.tmp', step: 'sync' });
    await put(store, 'a');
    await store.close();
    expect(entries).toContainEqual(
      expect.objectContaining({ level: 'error', text: expect.stringContaining('compaction') }),
    );
    expect(await inboxIds(await openStore(dir))).toEqual(['a']);
  });
});

/** Replays journal lines up to a number, knowing nothing of the store's own code. */
function stateAfter(lines: readonly string[], seq: number): Map<string, unknown> {
  const state = new Map<string, unknown>();
  for (const line of lines.slice(0, seq)) {
    for (const [, id, doc] of JSON.parse(line.slice(9)).ops) {
      if (doc === null) state.delete(id);
      else state.set(id, doc);
    }
  }
  return state;
}
