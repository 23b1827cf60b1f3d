import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { lookOf, withContent } from '../kept-content.ts';
import { forgetParkedUpdates } from '../shown-cards.ts';
import { mayReceive } from './may-receive.ts';
import { isUuidOver, type Parking, unknownOutcome } from './verdict.ts';

/** A document as it is before the try, with its content, and the document whose message it updates. */
export interface Ready {
  readonly state: 'ready';
  readonly doc: Doc<'outbox'>;
  /** Whether others are sent the same content. */
  readonly shared: boolean;
  readonly updates: Doc<'outbox'> | undefined;
}

/** Ready to be tried, or why not: `gone` needs no further try, `blocked` waits for the message that it updates. */
export type Begun = Ready | { readonly state: 'gone' } | { readonly state: 'blocked' };

interface Beginning {
  readonly id: string;
  /** Older updates of the same message that this one makes needless. */
  readonly superseded: readonly string[];
  readonly machineMs: number;
  /** When this run of the program began, by the same clock. */
  readonly startedMs: number;
  /** `context.now`. */
  readonly at: Instant;
}

/** Parks a document with its reason, until an administrator decides. */
export function park(
  tx: WriteTx,
  doc: Doc<'outbox'>,
  { reason, cause, code, at }: Parking & { at: Instant },
): Promise<void> {
  return tx.put('outbox', { ...doc, state: 'parked', reason, parked: { at, cause, code } });
}

/** Ends a document that nobody is to get; its content goes. */
function drop(tx: WriteTx, doc: Doc<'outbox'>, reason: string): Promise<void> {
  return tx.put('outbox', { ...doc, state: 'dropped', reason, content: null, subject: null });
}

const follows: Parking = { reason: '要更新的消息没有送达，无需更新', cause: 'follows', code: null };

/** For so long a message may wait for its turn on the claim with which it was queued; then its first try is written down anew. */
const longestClaimMs = 60_000;

/**
 * Whether a claimed document was certainly never tried: it was queued in this run and no try of it has ended. One of an earlier run may have
 * been sent just before that ended.
 */
export function isUntried({ attempts, first_tried_ms }: Doc<'outbox'>, startedMs: number): boolean {
  return attempts === 0 && first_tried_ms !== null && first_tried_ms >= startedMs;
}

/**
 * Reads the document afresh and makes sure that it is written down, before the first try, that it is tried; a message that was queued to be
 * sent at once is so already. `first_tried_ms` is the first try that may have had an effect, so that a crash between send and mark is followed
 * by the same uuid, or after 50 minutes by none.
 */
export async function begin(tx: WriteTx, beginning: Beginning): Promise<Begun> {
  const { id, superseded, machineMs, at } = beginning;
  const doc = await tx.get('outbox', id);
  if (doc?.state !== 'queued') return { state: 'gone' };
  const original = await originalOf(tx, doc);
  if (original === 'none' || original?.state === 'dropped') {
    await drop(tx, doc, '要更新的消息已不再发送');
    return { state: 'gone' };
  }
  if (original?.state === 'parked') {
    await forgetParkedUpdates(tx, original);
    await park(tx, doc, { ...follows, at });
    return { state: 'gone' };
  }
  if (original?.state === 'queued') return { state: 'blocked' };
  if (!(await mayReceive(tx, original ?? doc))) {
    await drop(tx, doc, '收件人已不再绑定，没有发送');
    return { state: 'gone' };
  }
  for (const older of superseded) await tx.delete('outbox', older);
  const untried = isUntried(doc, beginning.startedMs);
  if (!untried && isUuidOver(doc, machineMs)) {
    await park(tx, doc, { ...unknownOutcome, at });
    return { state: 'gone' };
  }
  const waitedMs = machineMs - (doc.first_tried_ms ?? Number.NEGATIVE_INFINITY);
  if (doc.first_tried_ms === null || (untried && waitedMs > longestClaimMs)) {
    await tx.put('outbox', { ...doc, first_tried_ms: machineMs });
  }
  const shared = lookOf(doc) !== undefined;
  return { state: 'ready', doc: await withContent(tx, doc), shared, updates: original };
}

async function originalOf(
  tx: WriteTx,
  { target }: Doc<'outbox'>,
): Promise<Doc<'outbox'> | 'none' | undefined> {
  if (target.type !== 'update') return undefined;
  return (await tx.get('outbox', target.of)) ?? 'none';
}
