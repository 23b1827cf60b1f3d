import type { Instant } from '../shared/time.ts';
import type { Doc } from '../store/collections.ts';
import type { DocumentStore, WriteMeta } from '../store/document-store.ts';
import { type IncomingMessage, incomingMessageSchema } from './incoming.ts';

/** A message that waits for its handling since before this start. */
export interface Pending {
  readonly doc: Doc<'inbox'>;
  /** Undefined when the stored body is none of this version's. */
  readonly message: IncomingMessage | undefined;
}

/** The journalled memory of what entered: nothing accepted is lost by a crash, no repeat is handled twice. */
export interface Inbox {
  /** Stores the message as pending; false when it is known already. */
  accept(message: IncomingMessage): Promise<boolean>;
  /** All pending messages, oldest first. */
  pending(): Promise<Pending[]>;
  /** Counts a try that failed or was cut off; the number so far. */
  countTry(id: string): Promise<number>;
  /** Ends a message that cannot be handled, so that it is not tried for ever. */
  giveUp(id: string): Promise<void>;
}

interface InboxDeps {
  readonly store: DocumentStore;
  readonly machineMs: () => number;
  readonly contextNow: () => Instant;
}

/** The inbox document's id of a message: the platform says to tell repeats by message_id, not by event_id (fact sheet §1.6). */
export function messageDocId(message: string): string {
  return `message:${message}`;
}

function pendingOf(doc: Doc<'inbox'>): Pending {
  return { doc, message: incomingMessageSchema.safeParse(doc.body).data };
}

/** Builds the inbox over the store. */
export function createInbox({ store, machineMs, contextNow }: InboxDeps): Inbox {
  const meta = (what: string, id: string): WriteMeta => ({
    at: contextNow(),
    who: 'system',
    what: `inbox.${what}`,
    event: id.slice(id.indexOf(':') + 1),
  });
  return {
    accept(message) {
      const id = messageDocId(message.message);
      const at = { ...meta('accept', id), who: message.sender.open_id };
      return store.write(at, async (tx) => {
        if (await tx.get('inbox', id)) return false;
        await tx.put('inbox', {
          id,
          state: 'pending',
          received_ms: machineMs(),
          attempts: 0,
          body: message,
        });
        return true;
      });
    },
    async pending() {
      const docs = await store.read((tx) => tx.find('inbox', { index: 'state', key: 'pending' }));
      return [...docs].sort((a, b) => a.received_ms - b.received_ms).map(pendingOf);
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
  };
}
