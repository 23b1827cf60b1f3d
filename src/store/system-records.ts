import { z } from 'zod';
import { sealedSchema } from '../domain/enterprise/sealed.ts';

/** An event that entered: kept so that a crash loses nothing and repeats are recognised. */
export const inboxSchema = z.object({
  /** `message:<message_id>` or `click:<event_id>`. */
  id: z.string(),
  state: z.enum(['pending', 'done']),
  /** Epoch ms of the machine's clock: dedupe does not follow `context.now`. */
  received_ms: z.number().int(),
  attempts: z.number().int(),
  /** The normalised event, sealed when its text may hold a code, of a click sealed and only when it was kept; of a click that is done `clickNoteSchema`; null for what else is done. */
  body: z.unknown(),
});

/** What the inbox remembers of a click that is done. */
export const clickNoteSchema = z.object({
  /** The outbox document whose card changed with the click's answer, which a kill may have lost. */
  card: z.string().optional(),
  /** It was kept: its sealed text must have been destroyed. */
  late: z.literal(true).optional(),
});

const targetSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('chat'), chat: z.string() }),
  z.object({ type: z.literal('person'), person: z.string() }),
  z.object({ type: z.literal('reply'), message: z.string(), chat: z.string() }),
  /** Update in place of the message that another outbox document has sent. */
  z.object({ type: z.literal('update'), of: z.string() }),
]);

/** Where an outgoing message goes. */
export type Target = z.infer<typeof targetSchema>;

/** Why a message was given up, and when. */
const parkedSchema = z.object({
  /** Of `context.now`. */
  at: z.string(),
  /**
   * `refused`: the platform said no. `text_instead`: it refused the card, whose words went as text. `unknown`: it may have arrived.
   * `tried_out`: it certainly has not. `erased`: its content is destroyed. `follows`: it updates a message that has not arrived.
   */
  cause: z.enum(['refused', 'text_instead', 'unknown', 'tried_out', 'erased', 'follows']),
  /** The platform's code, null where it gave none. */
  code: z.number().nullable(),
});

/** What an administrator decided about a parked message. */
const decidedSchema = z.object({
  what: z.enum(['retry', 'drop']),
  by: z.string(),
  at: z.string(),
  why: z.string(),
});

/** What a card says, kept once for all the messages that show it, for as long as one of them waits. */
export const lookSchema = z.object({ id: z.string(), content: z.string() });

/** An outgoing message; once sent it is also the record of which buttons that message showed. */
export const outboxSchema = z.object({
  /** Also the platform's idempotency `uuid` (≤ 50 characters). */
  id: z.string().max(50),
  /** Order within the chat. */
  seq: z.number().int(),
  target: targetSchema,
  kind: z.enum(['interactive', 'text', 'file']),
  /** JSON text of the message, of a file its hash and name; sealed when it shows contact details; the id of a look that several messages share; null when sent, but for a card that a press has replaced: its newest look. */
  content: z.union([z.string(), sealedSchema, z.object({ look: z.string() })]).nullable(),
  /** Fingerprints of the buttons that the card shows now. */
  buttons: z.array(z.string()),
  /** What the card shows, e.g. `draft:…`, `problem:P0467:desk`, so that it can be updated in place. */
  subject: z.string().nullable(),
  /** `parked` waits for an administrator's word; `dropped` is never sent. */
  state: z.enum(['queued', 'sent', 'parked', 'dropped']),
  /** Why it was parked or dropped, in Chinese. */
  reason: z.string().nullable(),
  attempts: z.number().int(),
  /** Epoch ms of the machine's clock of the first try: a uuid is honoured for one hour only. */
  first_tried_ms: z.number().int().nullable(),
  /** Held back until this instant of `context.now` (quiet hours), null: at once. */
  not_before: z.string().nullable(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
  message: z.string().nullable(),
  chat: z.string().nullable(),
  /** Whether only one person reads it: a click on it is then made in private. */
  private: z.boolean(),
  /** Who reads it when it is private. */
  reader: z.string().optional(),
  /** Short number of the event it belongs to, as its log lines have it. */
  reference: z.string().optional(),
  /** As whom the reader was bound when it was written (messages of earlier versions: that they were): who is not any more gets nothing. */
  for_bound: z.union([z.boolean(), z.string()]).optional(),
  /** While parked; messages of earlier versions do not say. */
  parked: parkedSchema.optional(),
  /** The last decision about it. */
  decided: decidedSchema.optional(),
});

/** A click that took effect: person, message and action once (design §5). */
export const clickSchema = z.object({ id: z.string(), at: z.string() });

const draftItemSchema = z.object({
  indicator: z.string(),
  unit: z.string(),
  period: z.string(),
  value: z.string(),
  note: z.string().optional(),
});

const draftAskSchema = z.object({
  reason: z.string(),
  /** The fragment of the message it is about. */
  text: z.string(),
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
  period: z.string().nullable(),
  value: z.string().nullable(),
  /** Indicator codes or unit ids to choose from. */
  candidates: z.array(z.string()),
});

/** A progress report waiting for its person's word: what was understood, and what must still be asked. */
export const draftSchema = z.object({
  id: z.string(),
  person: z.string(),
  state: z.enum(['open', 'recorded', 'cancelled']),
  created_at: z.string(),
  /** The message it was read from, null for a form: read again when the person chooses between indicators. */
  said: z.string().nullable(),
  items: z.array(draftItemSchema),
  asks: z.array(draftAskSchema),
  /** Sentences on what was said but may not be reported by this person. */
  refused: z.array(z.string()),
});

/** One fact about the store, e.g. `seed` (how far the demonstration data are loaded) or `bind_code`. */
export const settingSchema = z.object({ id: z.string(), value: z.record(z.string(), z.unknown()) });
