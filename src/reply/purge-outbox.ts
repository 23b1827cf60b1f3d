import { epochMs, type Instant } from '../shared/time.ts';
import type { WriteTx } from '../store/document-store.ts';

/** A day longer than a card can be pressed or updated, in ms. */
const keptMs = 15 * 24 * 60 * 60 * 1000;

/** Removes what was sent or dropped, and what was pressed, more than 15 days before `now` (`context.now`); returns how many documents went. */
export async function purgeOutbox(tx: WriteTx, now: Instant): Promise<number> {
  const isOld = (at: Instant) => epochMs(now) - epochMs(at) > keptMs;
  const sent = await tx.find('outbox', { index: 'state', key: 'sent' });
  const dropped = await tx.find('outbox', { index: 'state', key: 'dropped' });
  const oldSent = [...sent, ...dropped].filter((doc) => isOld(doc.sent_at ?? doc.created_at));
  for (const { id } of oldSent) await tx.delete('outbox', id);
  const oldClicks = (await tx.all('clicks')).filter(({ at }) => isOld(at));
  for (const { id } of oldClicks) await tx.delete('clicks', id);
  return oldSent.length + oldClicks.length;
}
