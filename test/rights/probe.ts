import { fingerprint } from '#cards/kit/fingerprint.ts';
import { actions } from '#src/actions/index.ts';
import { commands } from '#src/commands/index.ts';
import { lookIntoFile, receiveFile } from '#src/commands/receive-file.ts';
import { sayProgress } from '#src/commands/say-progress.ts';
import { createPipeline, type Pipeline } from '#src/pipeline.ts';
import { withContent } from '#src/reply/kept-content.ts';
import type { ImmediateAnswer } from '#src/reply/queue-reply.ts';
import { type Log, silentLog } from '#src/shared/log.ts';
import type { Doc } from '#src/store/collections.ts';
import type { DocumentStore, WriteTx } from '#src/store/document-store.ts';
import type { FileStore } from '#src/store/file-store.ts';
import { createMemoryFiles } from '#src/store/memory/memory-files.ts';
import type { IncomingMessage } from '#src/webhook/events/incoming.ts';
import type { Chat } from './chats.ts';
import { muteFeishu } from './mute-feishu.ts';
import type { Person } from './people.ts';
import { contentOf } from './shown-content.ts';
import { type RightsWorld, rightsNow } from './world.ts';

/** A card or text and who reads it: one person, or everybody in a group. */
export interface Shown {
  readonly reader: { readonly person: string } | { readonly chat: string };
  readonly content: unknown;
}

/** What came of one event; nothing of it stays in the store. */
export interface Seen {
  /** The error's code, undefined when it was answered. */
  readonly refused: string | undefined;
  readonly shown: readonly Shown[];
  /** Collections that it would have changed, beside inbox, outbox and the looks of its cards. */
  readonly changed: readonly string[];
  /** Whether the platform was asked for a file. */
  readonly fetched: boolean;
}

/** What is put into the store before the event, for this cell alone. */
export type Setup = (tx: WriteTx) => Promise<void>;

/** A press, and how the card in hand differs from an honest one. */
export interface Press {
  readonly value: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly option?: string;
  /** Overrides parts of the sent card's record; null: the bot never sent it. */
  readonly card?: Partial<Doc<'outbox'>> | null;
}

/** Id of a person's private chat with the bot. */
const privateChatOf = (openId: string) => `oc_p_${openId}`;

const tenant = 'tk_demo';
const rolledBack = new Error('rolled back');

interface Taken {
  readonly outbox: Doc<'outbox'>[];
  readonly changed: Set<string>;
  readonly files: FileStore;
  refused: string | undefined;
  fetched: boolean;
}

function watching(tx: WriteTx, taken: Taken): WriteTx {
  const note = (name: string) => !['inbox', 'outbox', 'looks'].includes(name) && taken.changed.add(name);
  return {
    get: (name, id) => tx.get(name, id),
    find: (name, by) => tx.find(name, by),
    all: (name) => tx.all(name),
    changedSince: (name, version) => tx.changedSince(name, version),
    version: (name) => tx.version(name),
    afterCommit: () => {},
    because: (why) => tx.because(why),
    async put(name, doc) {
      note(name);
      if (name === 'outbox') taken.outbox.push(await withContent(tx, doc as Doc<'outbox'>));
      return tx.put(name, doc);
    },
    putBatch(batch) {
      note(batch.name);
      return tx.putBatch(batch);
    },
    delete(name, id) {
      note(name);
      return tx.delete(name, id);
    },
  };
}

/** A store in which every transaction begins with the setup and is taken back at its end. */
function passing(store: DocumentStore, setup: Setup, taken: Taken): DocumentStore {
  return {
    ...store,
    async write(meta, run) {
      taken.outbox.length = 0;
      taken.changed.clear();
      const results: Awaited<ReturnType<typeof run>>[] = [];
      try {
        await store.write(meta, async (tx) => {
          await setup(tx);
          results.push(await run(watching(tx, taken)));
          throw rolledBack;
        });
      } catch (error) {
        if (error === rolledBack) return results[0] as Awaited<ReturnType<typeof run>>;
        // What a handler had put before it failed is gone with it.
        taken.outbox.length = 0;
        taken.changed.clear();
        throw error;
      }
      throw new Error('a cell was not taken back');
    },
  };
}

function pipelineOf(world: RightsWorld, setup: Setup, taken: Taken): Pipeline {
  const refusals = (fields: object) => {
    if ('code' in fields) taken.refused = String(fields.code);
  };
  const log: Log = Object.assign(Object.create(silentLog), { info: refusals, error: refusals });
  return createPipeline({
    store: passing(world.store, setup, taken),
    vault: world.vault,
    files: taken.files,
    lookIntoFile,
    answerFile: receiveFile,
    feishu: {
      ...muteFeishu,
      async downloadFile() {
        taken.fetched = true;
        return Buffer.from('a workbook');
      },
    },
    clock: { now: () => rightsNow },
    log,
    calendar: world.calendar,
    knowledge: world.knowledge,
    wakeOutbox: () => {},
    botOpenId: () => 'ou_bot',
    demo: true,
    commands,
    actions,
    answerSentence: sayProgress,
  });
}

function readerOf(doc: Doc<'outbox'>, sent: readonly Doc<'outbox'>[]): Shown['reader'] {
  const { target } = doc;
  if (target.type === 'person') return { person: target.person };
  if (target.type === 'update') {
    const original = sent.find(({ id }) => id === target.of);
    return original?.reader ? { person: original.reader } : { chat: original?.chat ?? '' };
  }
  const person = /^oc_p_(.+)/.exec(target.chat)?.[1];
  return person === undefined ? { chat: target.chat } : { person };
}

async function seenOf(world: RightsWorld, taken: Taken, sent: readonly Doc<'outbox'>[]): Promise<Seen> {
  const queued = taken.outbox.filter(({ id }) => !sent.some((each) => each.id === id));
  const shown = await Promise.all(
    queued.map(async (doc) => ({
      reader: readerOf(doc, sent),
      content: await contentOf({ ...world, ...taken }, doc),
    })),
  );
  return { refused: taken.refused, shown, changed: [...taken.changed], fetched: taken.fetched };
}

const empty = (): Taken => ({
  ...{ outbox: [], changed: new Set(), refused: undefined, fetched: false },
  files: createMemoryFiles(),
});

interface Asking {
  readonly who: Person;
  readonly chat: Chat;
  readonly setup?: Setup | undefined;
}

const chatIdOf = ({ who, chat }: Asking) => chat.id ?? privateChatOf(who.openId);
const personOf = ({ openId, outsider }: Person) => ({
  open_id: openId,
  tenant: outsider ? 'tk_elsewhere' : tenant,
});

interface Said {
  readonly text: string;
  readonly file?: IncomingMessage['file'];
}

/** Says a text, or sends a file, as a person in a chat, through the whole pipeline. */
export async function say(world: RightsWorld, asking: Asking, said: string | Said): Promise<Seen> {
  const taken = empty();
  const setup: Setup = async (tx) => {
    await tx.put('inbox', { id: 'message:om_in', state: 'pending', received_ms: 0, attempts: 0, body: null });
    await asking.setup?.(tx);
  };
  const { chat, who } = asking;
  const { text, file } = typeof said === 'string' ? { text: said } : said;
  const message = {
    ...{ kind: 'message' as const, message: 'om_in', tenant, text, mentions: [], created_ms: 0 },
    ...(file ? { file } : {}),
    sender: personOf(who),
    chat: { id: chatIdOf(asking), type: chat.id === undefined ? ('private' as const) : ('group' as const) },
  };
  await pipelineOf(world, setup, taken).onMessage(message, 0);
  return seenOf(world, taken, []);
}

/** The record of the card that is pressed, as the outbox keeps it once sent. */
export function sentCard(asking: Asking, value: unknown): Doc<'outbox'> {
  const chat = chatIdOf(asking);
  const isPrivate = asking.chat.id === undefined;
  return {
    ...{ id: 'msg_pressed', seq: 1, kind: 'interactive', content: null, state: 'sent', reason: null },
    ...{ attempts: 1, first_tried_ms: null, not_before: null, created_at: rightsNow, sent_at: rightsNow },
    target: { type: 'chat', chat },
    buttons: [fingerprint(value)],
    ...{ subject: null, message: 'om_pressed', chat, private: isPrivate },
    ...(isPrivate ? { reader: asking.who.openId } : {}),
  };
}

/** Presses a button as a person in a chat, through the whole pipeline. The toast is read by the presser, the new card by all who see the old one. */
export async function press(world: RightsWorld, asking: Asking, pressed: Press): Promise<Seen> {
  const taken = empty();
  const { value, form, option, card = {} } = pressed;
  const sent = card && { ...sentCard(asking, value), ...card };
  const setup: Setup = async (tx) => {
    if (sent) await tx.put('outbox', sent);
    await asking.setup?.(tx);
  };
  const chat = chatIdOf(asking);
  const answer: ImmediateAnswer = await pipelineOf(world, setup, taken).onClick({
    ...{ kind: 'click', event: 'ev_1', message: 'om_pressed', tenant, chat },
    operator: personOf(asking.who),
    value: { ...value },
    ...(form ? { form: { ...form } } : {}),
    ...(option === undefined ? {} : { option }),
  });
  const seen = await seenOf(world, taken, sent ? [sent] : []);
  const reader = asking.chat.id === undefined ? { person: asking.who.openId } : { chat };
  const toast = answer.toast
    ? [{ reader: { person: asking.who.openId }, content: answer.toast.content }]
    : [];
  const replaced = answer.card ? [{ reader, content: answer.card.data }] : [];
  return { ...seen, shown: [...seen.shown, ...replaced, ...toast] };
}
