import { epochMs, type Instant } from '../shared/time.ts';
import type { WriteTx } from '../store/document-store.ts';
import { lookOf } from './kept-content.ts';

/** A day longer than a card can be pressed or updated, in ms. */
const keptMs = 15 * 24 * 60 * 60 * 1000;

/** Removes what was sent or dropped, and what was pressed, more than 15 days before `now` (`context.now`), and looks that nobody waits for; returns how many documents went. */
export async function purgeOutbox(tx: WriteTx, now: Instant): Promise<number> {
  const isOld = (at: Instant) => epochMs(now) - epochMs(at) > keptMs;
  const sent = await tx.find('outbox', { index: 'state', key: 'sent' });
  const dropped = await tx.find('outbox', { index: 'state', key: 'dropped' });
  const oldSent = [...sent, ...dropped].filter((doc) => isOld(doc.sent_at ?? doc.created_at));
  for (const { id } of oldSent) await tx.delete('outbox', id);
  const oldClicks = (await tx.all('clicks')).filter(({ at }) => isOld(at));
  for (const { id } of oldClicks) await tx.delete('clicks', id);
  return oldSent.length + oldClicks.length + (await purgeLooks(tx));
}

/** Looks with which no message waits, nor may wait again once an administrator says so. */
async function purgeLooks(tx: WriteTx): Promise<number> {
  const queued = await tx.find('outbox', { index: 'state', key: 'queued' });
  const parked = await tx.find('outbox', { index: 'state', key: 'parked' });
  const awaited = new Set([...queued, ...parked].map(lookOf));
  const unused = (await tx.all('looks')).filter(({ id }) => !awaited.has(id));
  for (const { id } of unused) await tx.delete('looks', id);
  return unused.length;
}
