import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';

interface Decision {
  /** The parked message. */
  readonly id: string;
  readonly by: Actor;
  readonly now: Instant;
  readonly why: string;
}

/** Queues a parked message again, together with the updates that waited for it; the journal says who and why. */
export async function retryParked(tx: WriteTx, decision: Decision): Promise<void> {
  const doc = await parkedOf(tx, decision.id);
  const decided = decidedBy(decision, 'retry');
  for (const each of [doc, ...(await updatesOf(tx, doc))]) {
    const { parked: _, ...rest } = each;
    const fresh = { state: 'queued' as const, reason: null, attempts: 0, first_tried_ms: null };
    await tx.put('outbox', { ...rest, ...fresh, decided });
  }
}

/** Ends a parked message for good: its content goes, the journal says who and why. */
export async function dropParked(tx: WriteTx, decision: Decision): Promise<void> {
  const doc = await parkedOf(tx, decision.id);
  const decided = decidedBy(decision, 'drop');
  for (const each of [doc, ...(await updatesOf(tx, doc))]) {
    await tx.put('outbox', { ...each, state: 'dropped', content: null, subject: null, decided });
  }
}

async function parkedOf(tx: WriteTx, id: string): Promise<Doc<'outbox'>> {
  const doc = await tx.get('outbox', id);
  if (doc?.state !== 'parked') throw errors.alreadyDone('这条消息已经处理过了');
  return doc;
}

function decidedBy({ by, now, why }: Decision, what: 'retry' | 'drop') {
  return { what, by: by.id, at: now, why };
}

async function updatesOf(tx: WriteTx, { id, subject }: Doc<'outbox'>): Promise<Doc<'outbox'>[]> {
  if (subject === null) return [];
  const related = await tx.find('outbox', { index: 'subject', key: subject });
  return related.filter(
    ({ state, target }) => state === 'parked' && target.type === 'update' && target.of === id,
  );
}
