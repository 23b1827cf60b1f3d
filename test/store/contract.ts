import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore, ReadTx, WriteTx } from '#src/store/document-store.ts';
import { cadreDoc, inboxDoc, metaOf } from '../support/store-documents.ts';
import { batchContract } from './batch-contract.ts';
import { isolationContract } from './isolation-contract.ts';

/** A store under test, with what only its adapter knows. */
export interface StoreUnderTest {
  readonly store: DocumentStore;
  /** How many journal lines were written; undefined: the adapter keeps none. */
  lines?(): Promise<number>;
  dispose?(): Promise<void>;
}

const ids = (docs: readonly { id: string }[]) => docs.map((doc) => doc.id);

/** The definition of `DocumentStore`: every adapter passes it. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a DocumentStore`, () => {
    let under: StoreUnderTest;
    let store: DocumentStore;
    beforeEach(async () => {
      under = await open();
      store = under.store;
    });
    afterEach(async () => {
      await store.close();
      await under.dispose?.();
    });

    const save = (run: (tx: WriteTx) => Promise<void>) => store.write(metaOf(), run);
    const readInbox = (id: string) => store.read((tx) => tx.get('inbox', id));

    describe('reading and writing', () => {
      it('gives back what was put, and nothing for an unknown id', async () => {
        await save((tx) => tx.put('inbox', inboxDoc('a', { body: { 文字: ['你好', 1, null] } })));
        expect(await readInbox('a')).toEqual(inboxDoc('a', { body: { 文字: ['你好', 1, null] } }));
        expect(await readInbox('b')).toBeUndefined();
      });

      it('replaces a document of the same id', async () => {
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        await save((tx) => tx.put('inbox', inboxDoc('a', { attempts: 2 })));
        expect(await readInbox('a')).toEqual(inboxDoc('a', { attempts: 2 }));
        expect(await store.read((tx) => tx.all('inbox'))).toHaveLength(1);
      });

      it('lists a collection ordered by id, also while it changes', async () => {
        const insert = (id: string) => save((tx) => tx.put('inbox', inboxDoc(id)));
        for (const id of ['m', 'b', 'z']) await insert(id);
        expect(ids(await store.read((tx) => tx.all('inbox')))).toEqual(['b', 'm', 'z']);
        for (const id of ['a', 'n', 'Z']) await insert(id);
        await save((tx) => tx.delete('inbox', 'm'));
        expect(ids(await store.read((tx) => tx.all('inbox')))).toEqual(['Z', 'a', 'b', 'n', 'z']);
      });

      it('tells what was put since a committed version, also by the transaction itself', async () => {
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        const version = await store.read((tx) => tx.version('inbox'));
        const since = (tx: ReadTx) => tx.changedSince('inbox', version);
        expect(await store.read(since)).toEqual([]);
        await save((tx) => tx.put('inbox', inboxDoc('b')));
        await save(async (tx) => {
          await tx.put('inbox', inboxDoc('c'));
          expect(ids((await since(tx)) ?? []).sort()).toEqual(['b', 'c']);
          const staged = await tx.version('inbox');
          expect(await tx.changedSince('inbox', staged)).toBeUndefined();
        });
        expect(ids((await store.read(since)) ?? []).sort()).toEqual(['b', 'c']);
      });

      it('does not tell a view what was put since a version that came after it', async () => {
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        await store.read(async (older) => {
          await older.get('inbox', 'a');
          await save((tx) => tx.put('inbox', inboxDoc('a', { attempts: 1 })));
          const later = await store.read((tx) => tx.version('inbox'));
          expect(await older.changedSince('inbox', later)).toBeUndefined();
          expect(await older.get('inbox', 'a')).toEqual(inboxDoc('a'));
        });
      });

      it('does not tell what was put since too long ago, or beside what was removed', async () => {
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        const version = await store.read((tx) => tx.version('inbox'));
        const since = (tx: ReadTx) => tx.changedSince('inbox', version);
        await save((tx) => tx.delete('inbox', 'a'));
        expect(await store.read(since)).toBeUndefined();
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        expect(ids((await store.read(since)) ?? [])).toEqual(['a']);
        await save(async (tx) => {
          for (let count = 0; count < 500; count += 1) await tx.put('inbox', inboxDoc(`many_${count}`));
        });
        expect(await store.read(since)).toBeUndefined();
        expect(await store.read((tx) => tx.changedSince('inbox', 'another store’s'))).toBeUndefined();
      });

      it('keeps indexes right when keys change and documents go', async () => {
        const state = (key: string) =>
          store.read(async (tx) => ids(await tx.find('inbox', { index: 'state', key })));
        await save(async (tx) => {
          for (const id of ['c', 'a', 'b']) await tx.put('inbox', inboxDoc(id));
        });
        expect(await state('pending')).toEqual(['a', 'b', 'c']);
        await save((tx) => tx.put('inbox', inboxDoc('b', { state: 'done' })));
        expect([await state('pending'), await state('done')]).toEqual([['a', 'c'], ['b']]);
        await save((tx) => tx.delete('inbox', 'a'));
        expect([await state('pending'), await state('done')]).toEqual([['c'], ['b']]);
      });

      it('leaves a document out of an index whose key is null', async () => {
        await save(async (tx) => {
          await tx.put('cadres', cadreDoc(1, 'U01'));
          await tx.put('cadres', cadreDoc(2, null));
        });
        const found = await store.read((tx) => tx.find('cadres', { index: 'unit', key: 'U01' }));
        expect(ids(found)).toEqual(['C00001']);
        expect(await store.read((tx) => tx.find('cadres', { index: 'unit', key: 'null' }))).toEqual([]);
      });

      it('shows a transaction its own changes in get, find, all and version', async () => {
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        await save(async (tx) => {
          const before = await tx.version('inbox');
          await tx.put('inbox', inboxDoc('a', { state: 'done' }));
          await tx.put('inbox', inboxDoc('0'));
          expect(await tx.get('inbox', 'a')).toMatchObject({ state: 'done' });
          expect(ids(await tx.find('inbox', { index: 'state', key: 'pending' }))).toEqual(['0']);
          expect(ids(await tx.find('inbox', { index: 'state', key: 'done' }))).toEqual(['a']);
          expect(ids(await tx.all('inbox'))).toEqual(['0', 'a']);
          const staged = await tx.version('inbox');
          expect(staged).not.toBe(before);
          await tx.delete('inbox', '0');
          expect(await tx.version('inbox')).not.toBe(staged);
          expect(await tx.get('inbox', '0')).toBeUndefined();
          expect(ids(await tx.all('inbox'))).toEqual(['a']);
        });
        expect(ids(await store.read((tx) => tx.all('inbox')))).toEqual(['a']);
      });

      it('changes the version of a changed collection only', async () => {
        const versions = () =>
          store.read(async (tx) => [await tx.version('inbox'), await tx.version('settings')]);
        const [inbox, settings] = await versions();
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        const [changed, same] = await versions();
        expect(changed).not.toBe(inbox);
        expect(same).toBe(settings);
      });
    });

    describe('all or nothing', () => {
      it('changes nothing when the function throws, and rethrows its error', async () => {
        await save((tx) => tx.put('inbox', inboxDoc('a')));
        const boom = new Error('boom');
        const failing = save(async (tx) => {
          await tx.put('inbox', inboxDoc('b'));
          await tx.delete('inbox', 'a');
          throw boom;
        });
        await expect(failing).rejects.toBe(boom);
        expect(ids(await store.read((tx) => tx.all('inbox')))).toEqual(['a']);
        expect(ids(await store.read((tx) => tx.find('inbox', { index: 'state', key: 'pending' })))).toEqual([
          'a',
        ]);
      });

      it('refuses a document that does not fit its schema, with all that came before it', async () => {
        const failing = save(async (tx) => {
          await tx.put('inbox', inboxDoc('a'));
          await tx.put('inbox', inboxDoc('b', { attempts: 0.5 }));
        });
        await expect(failing).rejects.toMatchObject({ name: 'ZodError' });
        expect(await store.read((tx) => tx.all('inbox'))).toEqual([]);
      });

      it('runs afterCommit once the changes can be read, in order, and not after a rollback', async () => {
        const seen: string[] = [];
        await save(async (tx) => {
          tx.afterCommit(() => seen.push('first'));
          tx.afterCommit(() => seen.push('second'));
          await tx.put('inbox', inboxDoc('a'));
          expect(seen).toEqual([]);
        });
        expect(seen).toEqual(['first', 'second']);
        const failing = save(async (tx) => {
          tx.afterCommit(() => seen.push('never'));
          throw new Error('boom');
        });
        await expect(failing).rejects.toThrow('boom');
        expect(seen).toEqual(['first', 'second']);
      });

      it('does not fail a transaction that lasts because its afterCommit throws', async () => {
        let later = false;
        await save(async (tx) => {
          await tx.put('inbox', inboxDoc('a'));
          tx.afterCommit(() => {
            throw new Error('boom');
          });
          tx.afterCommit(() => {
            later = true;
          });
        });
        expect(later).toBe(true);
        expect(await readInbox('a')).toBeDefined();
      });

      it('writes one line a transaction and none for one without changes', async () => {
        const before = await store.read((tx) => tx.version('inbox'));
        expect(await store.write(metaOf(), async () => 'answer')).toBe('answer');
        await save((tx) => tx.delete('inbox', 'unknown'));
        await save(async (tx) => {
          await tx.put('inbox', inboxDoc('a'));
          await tx.delete('inbox', 'a');
        });
        expect(store.lastAt()).toBeUndefined();
        expect(await store.read((tx) => tx.version('inbox'))).toBe(before);
        await store.write(metaOf({ at: '2026-11-06T10:00:00+08:00' }), async (tx) => {
          for (const id of ['a', 'b', 'c']) await tx.put('inbox', inboxDoc(id));
        });
        expect(store.lastAt()).toBe('2026-11-06T10:00:00+08:00');
        if (under.lines) expect(await under.lines()).toBe(1);
      });
    });

    batchContract(() => store);
    isolationContract(() => store);

    it('is healthy, and refuses everything once closed', async () => {
      expect(store.health()).toEqual({ ok: true });
      const last = save((tx) => tx.put('inbox', inboxDoc('a')));
      await store.close();
      await last;
      await expect(readInbox('a')).rejects.toMatchObject({ code: 'store_closed' });
      await expect(save(async () => undefined)).rejects.toMatchObject({ code: 'store_closed' });
      await store.close();
    });
  });
}
