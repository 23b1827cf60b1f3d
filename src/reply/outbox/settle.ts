import type { Delivered } from '../../feishu/feishu.ts';
import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import type { Target } from '../../store/system-records.ts';
import { forgetParkedUpdates, updatesUnderWay } from '../shown-cards.ts';
import { park } from './begin.ts';
import type { Verdict } from './verdict.ts';

/** Marks a delivered message: its content is dropped, its buttons stay as the record of what it shows. */
export async function markSent(
  tx: WriteTx,
  id: string,
  { delivered, at }: { delivered: Delivered; at: Instant },
): Promise<void> {
  const doc = await tx.get('outbox', id);
  if (doc?.state !== 'queued') return;
  const { messageId: message, chatId: chat } = delivered;
  await tx.put('outbox', { ...doc, state: 'sent', content: null, sent_at: at, message, chat });
}

/** Marks an update in place: the updated message shows its buttons from now on, unless a newer update is on its way. */
export async function markUpdated(tx: WriteTx, id: string, at: Instant): Promise<void> {
  const doc = await tx.get('outbox', id);
  if (doc?.target.type !== 'update' || doc.state !== 'queued') return;
  const original = await tx.get('outbox', doc.target.of);
  if (original) {
    const newer = (await updatesUnderWay(tx, original)).some(({ seq }) => seq > doc.seq);
    if (!newer) await tx.put('outbox', { ...original, buttons: doc.buttons, content: null });
  }
  await forgetParkedUpdates(tx, { id: doc.target.of, subject: doc.subject });
  // Without its subject it no longer weighs on the look-ups of what is to be updated.
  const done = { ...doc, state: 'sent' as const, content: null, sent_at: at, subject: null };
  await tx.put('outbox', { ...done, chat: original?.chat ?? null });
}

interface Failed {
  /** The document as it was before the try. */
  readonly doc: Doc<'outbox'>;
  readonly verdict: Verdict;
  /** What to say instead of a refused card: JSON text, sealed if the card was. */
  readonly text: Doc<'outbox'>['content'];
  /** `context.now`. */
  readonly at: Instant;
  /** Whether it was certainly never tried before. */
  readonly untried: boolean;
}

/** Writes down a failed try. A refused card is parked and its text queued in its place, once. */
export async function markFailed(tx: WriteTx, failed: Failed): Promise<void> {
  const { doc: before, verdict, text, at, untried } = failed;
  const doc = await tx.get('outbox', before.id);
  if (doc?.state !== 'queued') return;
  const tried = { ...doc, attempts: doc.attempts + 1 };
  if (verdict.next === 'again') {
    // When nothing happened the uuid's hour has not begun, unless an earlier try of unknown outcome began it.
    const earlier = untried ? null : before.first_tried_ms;
    const first_tried_ms = verdict.nothingHappened ? earlier : doc.first_tried_ms;
    await tx.put('outbox', { ...tried, first_tried_ms, target: targetAfter(doc, verdict) });
    return;
  }
  if (doc.target.type === 'update')
    await forgetParkedUpdates(tx, { id: doc.target.of, subject: doc.subject });
  await park(tx, tried, { ...verdict, at });
  if (verdict.cause === 'text_instead') await queueText(tx, doc, text);
}

function targetAfter({ target }: Doc<'outbox'>, verdict: Verdict): Target {
  const unquoted = verdict.next === 'again' && verdict.unquoted;
  return unquoted && target.type === 'reply' ? { type: 'chat', chat: target.chat } : target;
}

/** The id of the text that stands in for a refused card. */
export function textIdOf({ id }: Doc<'outbox'>): string {
  return `${id}_text`;
}

async function queueText(tx: WriteTx, doc: Doc<'outbox'>, content: Doc<'outbox'>['content']): Promise<void> {
  const id = textIdOf(doc);
  if (await tx.get('outbox', id)) return;
  const fresh = { attempts: 0, first_tried_ms: null, buttons: [], subject: null };
  await tx.put('outbox', { ...doc, ...fresh, id, kind: 'text', content });
}
