import { epochMs, type Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { ReadTx, WriteTx } from '../store/document-store.ts';

/** How long a sent card can be pressed and updated: the platform's own limit (fact sheet §3.1, §4.4), in ms. */
const cardLifeMs = 14 * 24 * 60 * 60 * 1000;

/** Whether the card is too old to be pressed or updated at an instant of `context.now`. */
export function isExpired(sent: Doc<'outbox'>, at: Instant): boolean {
  return epochMs(at) - epochMs(sent.sent_at ?? sent.created_at) > cardLifeMs;
}

/** Whether the document updates a sent card instead of being one. */
export function isUpdate(doc: Doc<'outbox'>): boolean {
  return doc.target.type === 'update';
}

/** The document that sent a message of the platform's, undefined when the message is not the bot's. */
export async function findSent(tx: ReadTx, message: string): Promise<Doc<'outbox'> | undefined> {
  const docs = await tx.find('outbox', { index: 'message', key: message });
  return docs.find((doc) => !isUpdate(doc));
}

/** Cards of a subject that are shown, about to be, or parked (an administrator may yet send them), and can be updated; oldest first. */
export async function cardsOf(tx: ReadTx, subject: string, at: Instant): Promise<Doc<'outbox'>[]> {
  const docs = await tx.find('outbox', { index: 'subject', key: subject });
  const canChange = (doc: Doc<'outbox'>) =>
    !isUpdate(doc) && doc.kind === 'interactive' && doc.state !== 'dropped' && !isExpired(doc, at);
  return docs.filter(canChange).sort((a, b) => a.seq - b.seq);
}

/** Updates of a sent card that wait or are under way. */
export async function updatesUnderWay(tx: ReadTx, sent: Doc<'outbox'>): Promise<Doc<'outbox'>[]> {
  if (sent.subject === null) return [];
  const docs = await tx.find('outbox', { index: 'subject', key: sent.subject });
  return docs.filter(
    ({ target, state }) => target.type === 'update' && target.of === sent.id && state === 'queued',
  );
}

/** Removes parked updates of a sent card: a newer look has come, and a retry must not bring an old one back. */
export async function forgetParkedUpdates(
  tx: WriteTx,
  sent: { readonly id: string; readonly subject: string | null },
): Promise<void> {
  if (sent.subject === null) return;
  const docs = await tx.find('outbox', { index: 'subject', key: sent.subject });
  for (const { id, state, target } of docs) {
    if (state === 'parked' && target.type === 'update' && target.of === sent.id)
      await tx.delete('outbox', id);
  }
}
