import { describe, expect, it } from 'vitest';
import type { DocumentStore, WriteTx } from '#src/store/document-store.ts';
import { inboxDoc, metaOf } from '../support/store-documents.ts';

/** What was made ready ahead is put as any other documents; `current` is the store of the running test. */
export function batchContract(current: () => DocumentStore): void {
  const save = (run: (tx: WriteTx) => Promise<void>) => current().write(metaOf(), run);
  const ids = (docs: readonly { id: string }[]) => docs.map((doc) => doc.id);

  describe('a batch', () => {
    it.each([3, 700])('puts a batch of %i as any other documents, all or nothing', async (size) => {
      const docs = Array.from({ length: size }, (_, at) => inboxDoc(`i${String(at).padStart(3, '0')}`));
      const version = await current().read((tx) => tx.version('inbox'));
      const failing = save(async (tx) => {
        await tx.putBatch(await current().prepare('inbox', docs));
        throw new Error('boom');
      });
      await expect(failing).rejects.toThrow('boom');
      expect(await current().read((tx) => tx.version('inbox'))).toBe(version);
      const batch = await current().prepare('inbox', docs);
      expect(await current().read((tx) => tx.all('inbox'))).toEqual([]);
      expect(batch).toMatchObject({ name: 'inbox', size });
      await save(async (tx) => {
        await tx.putBatch(batch);
        await tx.delete('inbox', 'i000');
        await tx.put('inbox', inboxDoc('i001', { state: 'done' }));
        expect(await tx.all('inbox')).toHaveLength(size - 1);
        expect(ids(await tx.find('inbox', { index: 'state', key: 'done' }))).toEqual(['i001']);
      });
      expect(await current().read((tx) => tx.all('inbox'))).toEqual([
        inboxDoc('i001', { state: 'done' }),
        ...docs.slice(2),
      ]);
      expect(Object.isFrozen(await current().read((tx) => tx.get('inbox', 'i002')))).toBe(true);
    });

    it.each([3, 700])('of %i is refused after other changes of its collection', async (size) => {
      const docs = Array.from({ length: size }, (_, at) => inboxDoc(`i${at}`));
      const batch = await current().prepare('inbox', docs);
      const late = save(async (tx) => {
        await tx.put('inbox', inboxDoc('one'));
        await tx.putBatch(batch);
      });
      await expect(late).rejects.toThrow('before all other changes');
      expect(await current().read((tx) => tx.all('inbox'))).toEqual([]);
    });

    it('refuses to prepare what does not fit its schema', async () => {
      const wrong = Object.assign(inboxDoc('b'), { attempts: 'many' });
      await expect(current().prepare('inbox', [inboxDoc('a'), wrong])).rejects.toThrow(/attempts/);
    });
  });
}
