import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DocumentStore, ReadTx, WriteTx } from '#src/store/document-store.ts';
import { inboxDoc, metaOf, settingDoc } from '../support/store-documents.ts';

/** Nobody sees half of a transaction, and writers come one after another; `current` is the store of the running test. */
export function isolationContract(current: () => DocumentStore): void {
  const save = (run: (tx: WriteTx) => Promise<void>) => current().write(metaOf(), run);
  const readInbox = (id: string) => current().read((tx) => tx.get('inbox', id));

  describe('isolation', () => {
    it('runs writers one after another, also when they wait inside', async () => {
      const count = async (tx: WriteTx) => {
        const doc = await tx.get('inbox', 'counter');
        for (let i = 0; i < 3; i += 1) await turn();
        await tx.put('inbox', inboxDoc('counter', { attempts: (doc?.attempts ?? 0) + 1 }));
      };
      await Promise.all(Array.from({ length: 20 }, () => save(count)));
      expect(await readInbox('counter')).toMatchObject({ attempts: 20 });
    });

    it('goes on after a writer that throws', async () => {
      const failing = save(async () => Promise.reject(new Error('boom')));
      const next = save((tx) => tx.put('inbox', inboxDoc('a')));
      await expect(failing).rejects.toThrow('boom');
      await next;
      expect(await readInbox('a')).toBeDefined();
    });

    it('shows readers a very large transaction whole or not at all, and what they keep by its version stays true', async () => {
      await save((tx) => tx.put('inbox', inboxDoc('i0', { attempts: 7 })));
      let isDone = false;
      const large = save(async (tx) => {
        for (let at = 0; at < 9000; at += 1) await tx.put('inbox', inboxDoc(`i${at}`));
      }).then(() => {
        isDone = true;
      });
      const look = () =>
        current().read(async (tx) => ({
          count: (await tx.all('inbox')).length,
          first: (await tx.get('inbox', 'i0'))?.attempts,
          version: await tx.version('inbox'),
        }));
      const seen: Awaited<ReturnType<typeof look>>[] = [];
      while (!isDone) {
        seen.push(await look());
        await turn();
      }
      await large;
      const whole = await look();
      expect(whole).toMatchObject({ count: 9000, first: 0 });
      const before = seen.filter(({ version }) => version !== whole.version);
      expect(before.length).toBeGreaterThan(1);
      expect(new Set(before.map(({ version }) => version)).size).toBe(1);
      for (const { count, first } of before) expect({ count, first }).toEqual({ count: 1, first: 7 });
      const since = before[0]?.version ?? '';
      expect(await current().read((tx) => tx.changedSince('inbox', since))).toHaveLength(9000);
    });

    it('keeps a long read on the state before a batch, while that is taken in and after', async () => {
      await save(async (tx) => {
        for (const id of ['i1', 'i5000', 'x']) await tx.put('inbox', inboxDoc(id, { attempts: 7 }));
      });
      const docs = Array.from({ length: 6000 }, (_, at) => inboxDoc(`i${at}`, { state: 'done' }));
      const look = async (tx: ReadTx) => [
        (await tx.get('inbox', 'i5000'))?.attempts,
        await tx.get('inbox', 'i77'),
        (await tx.find('inbox', { index: 'state', key: 'done' })).length,
        (await tx.find('inbox', { index: 'state', key: 'pending' })).length,
        (await tx.all('inbox')).length,
      ];
      const batch = await current().prepare('inbox', docs);
      await current().read(async (older) => {
        await save((tx) => tx.putBatch(batch));
        for (let count = 0; count < 5; count += 1) {
          expect(await look(older)).toEqual([7, undefined, 0, 3, 3]);
          const newer = await current().read(look);
          expect(newer).toEqual([0, inboxDoc('i77', { state: 'done' }), 6000, 1, 6001]);
          await turn();
        }
      });
    });

    it('shows readers the state before an open transaction', async () => {
      await save((tx) => tx.put('inbox', inboxDoc('a')));
      await save(async (tx) => {
        await tx.put('inbox', inboxDoc('a', { attempts: 9 }));
        await tx.put('inbox', inboxDoc('b'));
        expect(await current().read((other) => other.all('inbox'))).toEqual([inboxDoc('a')]);
      });
      expect(await current().read((tx) => tx.all('inbox'))).toHaveLength(2);
    });

    it('keeps a long read on the state it began with, in get, find, all and version', async () => {
      await save(async (tx) => {
        await tx.put('inbox', inboxDoc('a'));
        await tx.put('inbox', inboxDoc('b'));
      });
      const look = async (tx: ReadTx) => [
        await tx.get('inbox', 'a'),
        await tx.get('inbox', 'c'),
        await tx.all('inbox'),
        await tx.find('inbox', { index: 'state', key: 'pending' }),
        await tx.find('inbox', { index: 'state', key: 'done' }),
        await tx.version('inbox'),
      ];
      await current().read(async (tx) => {
        const before = await look(tx);
        await save(async (writing) => {
          await writing.put('inbox', inboxDoc('a', { state: 'done' }));
          await writing.delete('inbox', 'b');
          await writing.put('inbox', inboxDoc('c'));
        });
        await save((writing) => writing.put('inbox', inboxDoc('b', { attempts: 7 })));
        expect(await look(tx)).toEqual(before);
      });
      expect(await readInbox('b')).toMatchObject({ attempts: 7 });
    });

    it('gives frozen documents, and shares nothing with what was put', async () => {
      const body = { text: { words: ['a'] } };
      const doc = inboxDoc('a', { body });
      await save((tx) => tx.put('inbox', doc));
      body.text.words.push('b');
      doc.attempts = 5;
      const stored = await readInbox('a');
      expect(stored).toEqual(inboxDoc('a', { body: { text: { words: ['a'] } } }));
      expect(() => Object.assign(stored ?? {}, { attempts: 1 })).toThrow(TypeError);
      const value = stored?.body as typeof body;
      expect(() => value.text.words.push('c')).toThrow(TypeError);
    });

    it('gives every caller arrays of its own', async () => {
      await save((tx) => tx.put('inbox', inboxDoc('a')));
      const find = (tx: ReadTx) => tx.find('inbox', { index: 'state', key: 'pending' });
      for (const list of [(tx: ReadTx) => tx.all('inbox'), find]) {
        (await current().read(list)).pop();
        expect(await current().read(list)).toHaveLength(1);
      }
    });

    it('keeps exactly what JSON keeps, so that a restart changes nothing', async () => {
      const value = JSON.parse('{"__proto__": {"admin": true}, "n": 1e21, "lone": "\\ud800"}');
      await save((tx) => tx.put('settings', settingDoc('x', { ...value, body: { gone: undefined } })));
      const kept = await current().read((tx) => tx.get('settings', 'x'));
      expect(kept?.value.body).toStrictEqual({});
      expect(JSON.stringify(kept?.value.n)).toBe('1e+21');
      expect(Object.getPrototypeOf(kept?.value)).toBe(Object.prototype);
    });

    it('refuses a transaction that is used after its end', async () => {
      const kept = await current().read(async (tx) => tx);
      await expect(kept.get('inbox', 'a')).rejects.toThrow('over');
      let writing: WriteTx | undefined;
      await save(async (tx) => {
        writing = tx;
      });
      await expect(writing?.put('inbox', inboxDoc('a'))).rejects.toThrow('over');
      expect(() => writing?.afterCommit(() => undefined)).toThrow('over');
    });
  });
}
