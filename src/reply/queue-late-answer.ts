import { isDeepStrictEqual } from 'node:util';
import { type Log, silentLog } from '../shared/log.ts';
import type { Instant } from '../shared/time.ts';
import type { WriteTx } from '../store/document-store.ts';
import type { Vault } from '../store/vault.ts';
import { prepareReplacement } from './prepare-message.ts';
import { queueLateToast } from './queue-late-toast.ts';
import { queueMessage } from './queue-message.ts';
import type { ImmediateAnswer } from './queue-reply.ts';
import { findSent } from './shown-cards.ts';

interface Late {
  readonly answer: ImmediateAnswer;
  /** The pressed message and its presser. */
  readonly message: string;
  readonly person: string;
  readonly at: Instant;
  readonly vault: Vault;
  readonly log?: Log;
  /** The event's short number. */
  readonly reference?: string;
}

/** Sends what a presser no longer waited for: the card follows as an update, a refusal as a private sentence, since its toast is gone. */
export async function queueLateAnswer(tx: WriteTx, late: Late): Promise<void> {
  const { answer, at, vault } = late;
  const pressed = await findSent(tx, late.message);
  if (!pressed) return;
  const { card, toast } = answer;
  const prepared = card && prepareReplacement(card.data, late.log ?? silentLog);
  // Other buttons: somebody has pressed since, and the card shows something newer.
  if (prepared && isDeepStrictEqual(prepared.buttons, pressed.buttons)) {
    const { id: of, subject, private: isPrivate } = pressed;
    const target = { type: 'update', of } as const;
    const { reference } = late;
    await queueMessage(tx, { prepared, target, at, vault, subject, private: isPrivate, reference });
  }
  await queueLateToast(tx, { ...late, toast });
}
