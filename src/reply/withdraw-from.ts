import type { WriteTx } from '../store/document-store.ts';

/**
 * Takes back what still waits to be sent to a person who has left, such as a notice held back overnight: access ends at once (domain §8).
 * What is being sent at this moment goes on. Returns how many messages were withdrawn.
 */
export async function withdrawFrom(tx: WriteTx, person: string): Promise<number> {
  const queued = await tx.find('outbox', { index: 'state', key: 'queued' });
  const waiting = queued.filter(({ reader, first_tried_ms }) => reader === person && first_tried_ms === null);
  for (const doc of waiting) {
    await tx.put('outbox', { ...doc, state: 'parked', content: null, reason: '收件人已离开，没有发送' });
  }
  return waiting.length;
}
