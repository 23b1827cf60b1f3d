import type { Instant } from '../shared/time.ts';
import type { WriteTx } from '../store/document-store.ts';
import type { Vault } from '../store/vault.ts';
import { textMessage } from './prepare-message.ts';
import { queueMessage } from './queue-message.ts';
import type { Toast } from './reply.ts';

interface LateToast {
  readonly toast: Toast | undefined;
  /** The presser. */
  readonly person: string;
  readonly at: Instant;
  readonly vault: Vault;
}

/** A toast for which nobody waits any more: a refusal is sent to its presser as a sentence, the rest shows on the card. */
export async function queueLateToast(tx: WriteTx, { toast, person, at, vault }: LateToast): Promise<void> {
  if (toast?.type !== 'warning' && toast?.type !== 'error') return;
  const prepared = textMessage(toast.content);
  const target = { type: 'person', person } as const;
  await queueMessage(tx, { prepared, target, at, vault, private: true, subject: null });
}
