import type { Doc } from '../../store/collections.ts';
import type { ReadTx, WriteTx } from '../../store/document-store.ts';

/**
 * Takes back what still waits to be sent to an account that loses its access or becomes somebody else's, such as a notice held back
 * overnight: access ends at once (domain §8). What was queued to be sent at once is asked about at its try, in `mayReceive` of the outbox, and
 * dropped there; what is being sent at this moment goes on. Returns how many messages were withdrawn.
 */
export async function withdrawFrom(tx: WriteTx, person: string): Promise<number> {
  const queued = await tx.find('outbox', { index: 'state', key: 'queued' });
  let withdrawn = 0;
  for (const doc of queued) {
    if (doc.first_tried_ms !== null || (await readerOf(tx, doc)) !== person) continue;
    const gone = { state: 'dropped' as const, content: null, subject: null };
    await tx.put('outbox', { ...doc, ...gone, reason: '收件人已离开或改绑，没有发送' });
    withdrawn += 1;
  }
  return withdrawn;
}

/** Who reads it; an update is read by who reads its original. */
async function readerOf(tx: ReadTx, { target, reader }: Doc<'outbox'>): Promise<string | undefined> {
  return target.type === 'update' ? (await tx.get('outbox', target.of))?.reader : reader;
}
