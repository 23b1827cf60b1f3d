import { fingerprint } from '#cards/kit/fingerprint.ts';
import type { Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { ReadTx } from '../store/document-store.ts';
import { findSent, isExpired, updatesUnderWay } from './shown-cards.ts';

/** What a press was on: a card that counts, or why it does not. */
export type Clicked =
  | { readonly state: 'ok'; readonly outbox: Doc<'outbox'> }
  /** `unknown`: never sent by us. `early`: the same, while a message that may be it is just being sent. `foreign`: sent to another chat or person. `expired`: older than 14 days. `outdated`: no longer shows that button. */
  | { readonly state: 'outdated'; readonly outbox: Doc<'outbox'> }
  | { readonly state: 'unknown' | 'early' | 'foreign' | 'expired' };

interface ClickedOn {
  readonly message: string;
  readonly chat: string;
  /** Who pressed: a private card is only its reader's. */
  readonly person: string;
  /** The pressed button's payload. */
  readonly value: unknown;
  /** `context.now`. */
  readonly now: Instant;
}

/** Whether something is on its way to the chat whose message id is not written down yet: people may see, and press, what is. */
async function isSending(tx: ReadTx, chat: string): Promise<boolean> {
  const queued = await tx.find('outbox', { index: 'state', key: 'queued' });
  return queued.some(({ target, first_tried_ms }) => {
    if (first_tried_ms === null || target.type === 'update') return false;
    return target.type === 'person' || target.chat === chat;
  });
}

/** Whether a press counts: only if the outbox sent that card's message to that chat, in private to that person, with that button, within 14 days. */
export async function findClicked(
  tx: ReadTx,
  { message, chat, person, value, now }: ClickedOn,
): Promise<Clicked> {
  const outbox = await findSent(tx, message);
  if (!outbox) return { state: (await isSending(tx, chat)) ? 'early' : 'unknown' };
  const { reader } = outbox;
  if (outbox.chat !== chat || (reader !== undefined && reader !== person)) return { state: 'foreign' };
  if (isExpired(outbox, now)) return { state: 'expired' };
  const button = fingerprint(value);
  if (outbox.buttons.includes(button)) return { state: 'ok', outbox };
  // An update that was tried may be shown already although its success is not written down yet.
  const tried = (await updatesUnderWay(tx, outbox)).filter((update) => update.first_tried_ms !== null);
  const shown = tried.some((update) => update.buttons.includes(button));
  return { state: shown ? 'ok' : 'outdated', outbox };
}

/** The id under which a press takes effect once: the same person, message and payload, whatever the event id. */
export function onceKey(person: string, message: string, value: unknown): string {
  return `${person}|${message}|${fingerprint(value)}`;
}
