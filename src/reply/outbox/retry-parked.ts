import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';

/** Queues a parked message again, together with the updates that were parked because it had not arrived. False: it is not parked. */
export async function retryParked(tx: WriteTx, id: string): Promise<boolean> {
  const doc = await tx.get('outbox', id);
  if (doc?.state !== 'parked') return false;
  await requeue(tx, doc);
  if (doc.subject === null) return true;
  const related = await tx.find('outbox', { index: 'subject', key: doc.subject });
  for (const update of related) {
    if (update.state === 'parked' && update.target.type === 'update' && update.target.of === id) {
      await requeue(tx, update);
    }
  }
  return true;
}

function requeue(tx: WriteTx, doc: Doc<'outbox'>): Promise<void> {
  return tx.put('outbox', { ...doc, state: 'queued', reason: null, attempts: 0, first_tried_ms: null });
}
