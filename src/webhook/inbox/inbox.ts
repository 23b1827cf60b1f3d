import type { Instant } from '../../shared/time.ts';
import type { Doc } from '../../store/collections.ts';
import type { DocumentStore, WriteMeta } from '../../store/document-store.ts';
import { clickNoteSchema } from '../../store/system-records.ts';
import type { Vault } from '../../store/vault.ts';
import { openMessage, sealMessage } from '../events/coded-message.ts';
import { type IncomingClick, type IncomingMessage, incomingClickSchema } from '../events/incoming.ts';
import { forgetClick, openClick, sealClick } from './late-click.ts';

/** What waits for its handling since before this start. */
export interface Pending {
  readonly doc: Doc<'inbox'>;
  /** Undefined when the stored body is none of this version's. */
  readonly incoming: IncomingMessage | IncomingClick | undefined;
}

/** The journalled memory of what entered: nothing accepted is lost by a crash, no repeat is handled twice. */
export interface Inbox {
  /**
   * Stores the message as pending, unless it is known already; resolves when that lasts. `taken` is called for a new one before its line is on
   * disk: the lines of its handling come behind it, so they never last without it, and may share its sync.
   */
  accept(message: IncomingMessage, taken: () => void): Promise<void>;
  /** Stores a click whose handling takes too long as pending; false when it was done meanwhile. */
  keep(click: IncomingClick): Promise<boolean>;
  /** Destroys what was kept of a click that is done. */
  forget(event: string): Promise<void>;
  /** All that is pending, oldest first. */
  pending(): Promise<Pending[]>;
  /** Counts a try that failed or was cut off; the number so far. */
  countTry(id: string): Promise<number>;
  /** Ends what cannot be handled, so that it is not tried for ever. */
  giveUp(id: string): Promise<void>;
  /** Destroys what a kill has left of kept clicks that are done. */
  tidy(): Promise<void>;
}

interface InboxDeps {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly machineMs: () => number;
  readonly contextNow: () => Instant;
}

/** The inbox document's id of a message: the platform says to tell repeats by message_id, not by event_id (fact sheet §1.6). */
export function messageDocId(message: string): string {
  return `message:${message}`;
}

/** The inbox document's id of a click. */
function clickDocId(event: string): string {
  return `click:${event}`;
}

const eventOf = (id: string) => id.slice(id.indexOf(':') + 1);

async function pendingOf(vault: Vault, doc: Doc<'inbox'>): Promise<Pending> {
  const incoming = (await openMessage(vault, doc.body)) ?? (await openClick(vault, doc.body));
  return { doc, incoming };
}

/** Builds the inbox over the store. */
export function createInbox({ store, vault, machineMs, contextNow }: InboxDeps): Inbox {
  const meta = (what: string, id: string): WriteMeta => ({
    at: contextNow(),
    who: 'system',
    what: `inbox.${what}`,
    event: eventOf(id),
  });
  const addNew = (at: WriteMeta, id: string, { body, taken }: { body: unknown; taken?: () => void }) =>
    store.write(at, async (tx) => {
      if (await tx.get('inbox', id)) return false;
      await tx.put('inbox', { id, state: 'pending', received_ms: machineMs(), attempts: 0, body });
      taken?.();
      return true;
    });
  return {
    async accept(message, taken) {
      const id = messageDocId(message.message);
      const body = await sealMessage(vault, message);
      await addNew({ ...meta('accept', id), who: message.sender.open_id }, id, { body, taken });
    },
    async keep(click) {
      const id = clickDocId(click.event);
      const body = await sealClick(vault, incomingClickSchema.parse(click));
      const isKept = await addNew({ ...meta('keep', id), who: click.operator.open_id }, id, { body });
      if (!isKept) await forgetClick(vault, click.event);
      return isKept;
    },
    forget: (event) => forgetClick(vault, event),
    async pending() {
      const docs = await store.read((tx) => tx.find('inbox', { index: 'state', key: 'pending' }));
      const oldestFirst = [...docs].sort((a, b) => a.received_ms - b.received_ms);
      return Promise.all(oldestFirst.map((doc) => pendingOf(vault, doc)));
    },
    countTry(id) {
      return store.write(meta('try', id), async (tx) => {
        const doc = await tx.get('inbox', id);
        if (!doc) return 0;
        await tx.put('inbox', { ...doc, attempts: doc.attempts + 1 });
        return doc.attempts + 1;
      });
    },
    giveUp(id) {
      return store.write(meta('give-up', id), async (tx) => {
        const doc = await tx.get('inbox', id);
        if (doc?.state === 'pending') await tx.put('inbox', { ...doc, state: 'done', body: null });
      });
    },
    async tidy() {
      const done = await store.read((tx) => tx.find('inbox', { index: 'state', key: 'done' }));
      const late = done.filter(({ body }) => clickNoteSchema.safeParse(body).data?.late === true);
      for (const { id } of late) await forgetClick(vault, eventOf(id));
    },
  };
}
