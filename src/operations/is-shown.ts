import type { ReadTx } from '../store/document-store.ts';

/** Whether a card of the subject was sent already, or is about to be. */
export async function isShown(tx: ReadTx, subject: string): Promise<boolean> {
  return (await tx.find('outbox', { index: 'subject', key: subject })).length > 0;
}
