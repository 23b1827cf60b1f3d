import { newId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';
import type { WriteTx } from '../store/document-store.ts';
import type { Target } from '../store/system-records.ts';
import type { Vault } from '../store/vault.ts';
import { boundAs } from './bound-as.ts';
import { keepContent } from './kept-content.ts';
import type { Prepared } from './prepare-message.ts';
import { nextSeq } from './sequence.ts';

interface Queued {
  readonly prepared: Prepared;
  readonly target: Target;
  readonly at: Instant;
  readonly vault: Vault;
  readonly subject: string | null;
  /** Whether only one person reads it. */
  readonly private: boolean;
  /** That person. */
  readonly reader?: string | undefined;
  /** Seals the content under this key. */
  readonly sealUnder?: string | undefined;
  readonly notBefore?: Instant | null;
  /** Short number of the event it belongs to. */
  readonly reference?: string | undefined;
}

/** Puts one message into the outbox, within the event's transaction. Contact details enter the store sealed only. */
export async function queueMessage(tx: WriteTx, queued: Queued): Promise<void> {
  const { kind, buttons } = queued.prepared;
  const { reader } = queued;
  const bound = reader === undefined ? undefined : await tx.get('bindings', reader);
  await tx.put('outbox', {
    id: newId('msg'),
    seq: nextSeq(),
    target: queued.target,
    kind,
    content: await keepContent(tx, queued),
    buttons,
    subject: queued.subject,
    state: 'queued',
    reason: null,
    attempts: 0,
    // Written down as tried with the message itself, since it is sent at once: no further line in the journal before that (see `begin`).
    first_tried_ms: queued.notBefore ? null : Date.now(),
    not_before: queued.notBefore ?? null,
    created_at: queued.at,
    sent_at: null,
    message: null,
    chat: null,
    private: queued.private,
    ...(reader === undefined ? {} : { reader }),
    ...(bound ? { for_bound: boundAs(bound)[0] ?? true } : {}),
    ...(queued.reference === undefined ? {} : { reference: queued.reference }),
  });
}
