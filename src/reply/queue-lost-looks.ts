import type { Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { WriteTx } from '../store/document-store.ts';
import { clickNoteSchema } from '../store/system-records.ts';
import type { Vault } from '../store/vault.ts';
import { queueMessage } from './queue-message.ts';
import { isExpired } from './shown-cards.ts';

/** An answer leaves within 3 s of its commit or never; so long before the newest event one may have been lost, in ms. */
const doubtMs = 10_000;

interface Restart {
  /** `context.now`. */
  readonly at: Instant;
  readonly vault: Vault;
}

/**
 * After a start: a kill between a click's commit and its answer leaves a card that looks as if nothing had been pressed. Queues the newest
 * look of the cards that were pressed last as updates, once each; for those that show it already nothing changes. Returns how many.
 */
export async function queueLostLooks(tx: WriteTx, { at, vault }: Restart): Promise<number> {
  const doubtful = await lastClicks(tx);
  const cards = new Set(doubtful.map(({ card }) => card));
  for (const { doc } of doubtful) await tx.put('inbox', { ...doc, body: null });
  let queued = 0;
  for (const card of cards) {
    const sent = await tx.get('outbox', card);
    // A card that shows contact details keeps no look; the next press on it says that it is outdated.
    if (sent?.state !== 'sent' || typeof sent.content !== 'string' || isExpired(sent, at)) continue;
    const { id: of, content, buttons, subject, private: isPrivate } = sent;
    const prepared = { kind: 'interactive', content, buttons } as const;
    await queueMessage(tx, {
      prepared,
      target: { type: 'update', of },
      at,
      vault,
      subject,
      private: isPrivate,
    });
    queued += 1;
  }
  return queued;
}

async function lastClicks(tx: WriteTx): Promise<{ doc: Doc<'inbox'>; card: string }[]> {
  const done = await tx.find('inbox', { index: 'state', key: 'done' });
  const newest = done.reduce((latest, doc) => Math.max(latest, doc.received_ms), 0);
  return done.flatMap((doc) => {
    const card = clickNoteSchema.safeParse(doc.body).data?.card;
    return card !== undefined && doc.received_ms >= newest - doubtMs ? { doc, card } : [];
  });
}
