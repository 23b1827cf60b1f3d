import type { Doc } from '../../store/collections.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** Parked messages that wait for a decision, those first that waited longest. Updates of one go with it. */
export async function listParked(tx: ReadTx): Promise<Doc<'outbox'>[]> {
  const docs = await tx.find('outbox', { index: 'state', key: 'parked' });
  return docs.filter(({ parked }) => parked?.cause !== 'follows').sort((a, b) => a.seq - b.seq);
}

/** Whether sending it again may show it twice: it may have arrived, or its words have. What does not say is taken to be so. */
export function mayDouble({ parked }: Doc<'outbox'>): boolean {
  return parked === undefined || parked.cause === 'unknown' || parked.cause === 'text_instead';
}
