import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { isUuidOver, unknownOutcome } from './verdict.ts';

/** A document as it is before the try, and the document whose message it updates. */
export interface Ready {
  readonly state: 'ready';
  readonly doc: Doc<'outbox'>;
  readonly updates: Doc<'outbox'> | undefined;
}

/** Ready to be tried, or why not: `gone` needs no further try, `blocked` waits for the message that it updates. */
export type Begun = Ready | { readonly state: 'gone' } | { readonly state: 'blocked' };

interface Beginning {
  readonly id: string;
  /** Older updates of the same message that this one makes needless. */
  readonly superseded: readonly string[];
  readonly machineMs: number;
}

/** Parks a document with its reason. */
export function park(tx: WriteTx, doc: Doc<'outbox'>, reason: string): Promise<void> {
  return tx.put('outbox', { ...doc, state: 'parked', reason });
}

/**
 * Reads the document afresh and writes down, before the first try, that it is tried: `first_tried_ms` is the first try that may have had an
 * effect, so that a crash between send and mark is followed by the same uuid, or after 50 minutes by none.
 */
export async function begin(tx: WriteTx, { id, superseded, machineMs }: Beginning): Promise<Begun> {
  const doc = await tx.get('outbox', id);
  if (doc?.state !== 'queued') return { state: 'gone' };
  const original = await originalOf(tx, doc);
  if (original === 'none') {
    await park(tx, doc, '要更新的消息没有送达，无需更新');
    return { state: 'gone' };
  }
  if (original?.state === 'queued') return { state: 'blocked' };
  for (const older of superseded) await tx.delete('outbox', older);
  if (isUuidOver(doc, machineMs)) {
    await park(tx, doc, unknownOutcome);
    return { state: 'gone' };
  }
  if (doc.first_tried_ms === null) await tx.put('outbox', { ...doc, first_tried_ms: machineMs });
  return { state: 'ready', doc, updates: original };
}

async function originalOf(
  tx: WriteTx,
  { target }: Doc<'outbox'>,
): Promise<Doc<'outbox'> | 'none' | undefined> {
  if (target.type !== 'update') return undefined;
  const original = await tx.get('outbox', target.of);
  return original === undefined || original.state === 'parked' ? 'none' : original;
}
