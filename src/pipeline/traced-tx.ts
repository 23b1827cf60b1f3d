import type { WriteTx } from '../store/document-store.ts';
import type { EventDeps } from './deps.ts';

/** The transaction, told to the emulator's side panel once it is durable: its line's head, its documents, and the cards among them. */
export function tracedTx({ trace, reference, meta }: EventDeps, tx: WriteTx): WriteTx {
  if (!trace) return tx;
  const changes: { collection: string; put?: unknown; delete?: string }[] = [];
  tx.afterCommit(() => {
    const cards = changes.flatMap(({ collection, put }) => (collection === 'outbox' && put ? [put] : []));
    const names = [...new Set(changes.map(({ collection }) => collection))];
    trace({
      reference,
      stage: 'journal',
      title: `一行日志：${names.join('、')}`,
      detail: { ...meta, changes },
    });
    if (cards.length > 0)
      trace({ reference, stage: 'card', title: `待发 ${cards.length} 条`, detail: cards });
  });
  return {
    get: (name, id) => tx.get(name, id),
    find: (name, by) => tx.find(name, by),
    all: (name) => tx.all(name),
    version: (name) => tx.version(name),
    changedSince: (name, version) => tx.changedSince(name, version),
    because: (why) => tx.because(why),
    afterCommit: (run) => tx.afterCommit(run),
    put(name, doc) {
      changes.push({ collection: name, put: doc });
      return tx.put(name, doc);
    },
    putBatch(batch) {
      changes.push({ collection: batch.name, put: `${batch.size} 份` });
      return tx.putBatch(batch);
    },
    delete(name, id) {
      changes.push({ collection: name, delete: id });
      return tx.delete(name, id);
    },
  };
}
