import type { Card } from '#cards/kit/card.ts';
import { type Log, silentLog } from '../shared/log.ts';
import type { Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { WriteTx } from '../store/document-store.ts';
import type { Target } from '../store/system-records.ts';
import type { Vault } from '../store/vault.ts';
import { prepareMessage, prepareReplacement } from './prepare-message.ts';
import { queueLateToast } from './queue-late-toast.ts';
import { queueMessage } from './queue-message.ts';
import type { Notice, Outgoing, Reply, ReplyUpdate, Toast } from './reply.ts';
import { cardsOf, findSent, forgetParkedUpdates, updatesUnderWay } from './shown-cards.ts';

interface Place {
  readonly chat: string;
  readonly private: boolean;
  readonly person: string;
}

/** A reply and what it answers: a message, a click, or nothing (then it can hold only notices and updates). */
export interface QueueInput {
  readonly reply: Reply;
  /** `context.now`. */
  readonly at: Instant;
  /** Without `message` the answer goes to the chat without quoting. */
  readonly asked?: Place & { readonly message?: string };
  /** `late`: the presser no longer waits, so what would be the immediate answer is sent too. */
  readonly clicked?: Place & { readonly message: string; readonly late?: boolean };
  readonly vault: Vault;
  /** null when a notice may go now, else from when on. */
  readonly quiet: (at: Instant) => Instant | null;
  readonly log?: Log;
  /** The event's short number, for the log lines of its messages. */
  readonly reference?: string;
}

/** The click's immediate answer: all keys optional, `{}` changes nothing (fact sheet §2.3); `{}` for a message. */
export interface ImmediateAnswer {
  readonly toast?: Toast;
  readonly card?: { readonly type: 'raw'; readonly data: Card };
}

/** Turns a reply into outbox documents inside the event's transaction. A card that the platform would refuse goes as its text. */
export async function queueReply(tx: WriteTx, input: QueueInput): Promise<ImmediateAnswer> {
  const { reply } = input;
  // Updates first: a card that is only being queued must not be updated at once by the same reply.
  const pressed = input.clicked && (await findSent(tx, input.clicked.message));
  const card = pressed && (await replacePressed(tx, input, pressed));
  for (const update of reply.updates ?? []) {
    const shown = await cardsOf(tx, update.subject, input.at);
    for (const sent of shown.filter(({ id }) => id !== pressed?.id)) {
      if (await mayGoOn(sent, update)) await queueUpdate(tx, input, { sent, ...update });
    }
  }
  for (const message of reply.here ?? []) await queueTo(tx, input, { message, ...here(input) });
  for (const message of reply.privately ?? []) await queueTo(tx, input, { message, ...privately(input) });
  for (const notice of reply.notices ?? []) await queueTo(tx, input, noticeOf(input, notice));
  if (input.clicked?.late)
    await queueLateToast(tx, { ...input, person: input.clicked.person, toast: reply.toast });
  return {
    ...(reply.toast ? { toast: reply.toast } : {}),
    ...(card ? { card: { type: 'raw', data: card } } : {}),
  };
}

/** A private card goes on changing only for who may still read it: a leaver keeps what they saw, and learns nothing new. */
async function mayGoOn({ reader }: Doc<'outbox'>, { mayRead }: ReplyUpdate): Promise<boolean> {
  return reader === undefined || mayRead === undefined || mayRead(reader);
}

interface Addressed {
  readonly message: Outgoing;
  readonly target: Target;
  readonly private: boolean;
  readonly reader?: string;
  readonly notBefore?: Instant | null;
}

async function queueTo(tx: WriteTx, input: QueueInput, addressed: Addressed): Promise<void> {
  const { message, ...where } = addressed;
  const prepared = prepareMessage(message, input.log ?? silentLog);
  await queueMessage(tx, {
    prepared,
    ...where,
    at: input.at,
    vault: input.vault,
    reference: input.reference,
    subject: message.subject ?? null,
    sealUnder: message.sealUnder,
  });
}

function here({ asked, clicked }: QueueInput): Omit<Addressed, 'message'> {
  const place = asked ?? clicked;
  if (!place) throw new TypeError('a reply to nobody holds only notices and updates');
  const target: Target =
    asked?.message === undefined
      ? { type: 'chat', chat: place.chat }
      : { type: 'reply', message: asked.message, chat: asked.chat };
  return { target, private: place.private, ...(place.private ? { reader: place.person } : {}) };
}

function privately(input: QueueInput): Omit<Addressed, 'message'> {
  const place = input.asked ?? input.clicked;
  if (!place || place.private) return here(input);
  const { person } = place;
  return { target: { type: 'person', person }, private: true, reader: person };
}

function noticeOf({ at, quiet }: QueueInput, { to, message, urgent }: Notice): Addressed {
  const notBefore = urgent ? null : quiet(at);
  if ('chat' in to) return { message, target: { type: 'chat', ...to }, private: false, notBefore };
  return { message, target: { type: 'person', ...to }, private: true, reader: to.person, notBefore };
}

interface Update {
  readonly sent: Doc<'outbox'>;
  readonly card: Card;
  readonly sealUnder?: string | undefined;
}

async function queueUpdate(tx: WriteTx, input: QueueInput, update: Update): Promise<void> {
  const { sent, card, sealUnder } = update;
  await queueMessage(tx, {
    prepared: prepareReplacement(card, input.log ?? silentLog),
    target: { type: 'update', of: sent.id },
    at: input.at,
    vault: input.vault,
    reference: input.reference,
    subject: sent.subject,
    private: sent.private,
    sealUnder,
  });
}

/** The pressed card's successor goes with the click's answer, so its buttons count from now on. */
async function replacePressed(
  tx: WriteTx,
  input: QueueInput,
  pressed: Doc<'outbox'>,
): Promise<Card | undefined> {
  const { replace, updates } = input.reply;
  const next = replace ?? updates?.find(({ subject }) => subject === pressed.subject);
  if (!next) return undefined;
  const underWay = await updatesUnderWay(tx, pressed);
  const { card, buttons, ...prepared } = prepareReplacement(next.card, input.log ?? silentLog);
  // The answer that carries the card may be lost on its way: the next press then gets it from here.
  const content = next.sealUnder === undefined ? prepared.content : null;
  const sent = { ...pressed, buttons, content, subject: next.subject ?? pressed.subject };
  await tx.put('outbox', sent);
  await forgetParkedUpdates(tx, pressed);
  // An older update may still be under way and would come after the answer: the newest card follows it.
  const waits = underWay.length > 0 || input.clicked?.late === true;
  if (waits) await queueUpdate(tx, input, { sent, card, sealUnder: next.sealUnder });
  return card;
}
