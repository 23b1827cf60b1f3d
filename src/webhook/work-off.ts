import { setTimeout as delay } from 'node:timers/promises';
import { faultOf } from '../shared/fault.ts';
import { referenceOf } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import { type Inbox, messageDocId, type Pending } from './inbox.ts';
import type { IncomingMessage } from './incoming.ts';
import type { Lanes } from './lanes.ts';

interface WorkOffDeps {
  readonly inbox: Inbox;
  readonly lanes: Lanes;
  readonly log: Log;
  readonly onMessage: (message: IncomingMessage, sinceMs: number) => Promise<void>;
  readonly trace?: ((stage: string, reference: string, detail: unknown) => void) | undefined;
  readonly retryMs: readonly number[];
}

/** Handles accepted messages in the background, in order within a chat. */
export interface WorkOff {
  /** Queues a message whose inbox document is stored; `sinceMs`: when it came, by `performance.now()`. */
  add(message: IncomingMessage, sinceMs: number): void;
  /** Queues what an earlier run of the program has left. */
  resume(): Promise<void>;
  /** Starts nothing more; what waits stays pending in the store. */
  stop(): void;
}

/** A message that was cut off this often (by crashes, mostly) is taken to be the crash's cause. */
const maxResumes = 6;

/** Builds the background handling; a throwing `onMessage` is tried again after each of `retryMs`, then given up with a log line. */
export function createWorkOff(deps: WorkOffDeps): WorkOff {
  const stopped = new AbortController();
  const giveUp = async (id: string, error: unknown) => {
    const reference = referenceOf(id.slice(id.indexOf(':') + 1));
    deps.log.error({ reference, id, fault: faultOf(error) }, 'message given up');
    deps.trace?.('gave-up', reference, { id });
    await deps.inbox.giveUp(id);
  };
  const handleMessage = async (message: IncomingMessage, sinceMs: number) => {
    const id = messageDocId(message.message);
    const reference = referenceOf(message.message);
    for (const [index, wait] of [...deps.retryMs, undefined].entries()) {
      if (stopped.signal.aborted) return;
      try {
        return await deps.onMessage(message, sinceMs);
      } catch (error) {
        const attempts = await deps.inbox.countTry(id);
        if (wait === undefined) return giveUp(id, error);
        const about = { reference, id, try: index + 1, attempts, fault: faultOf(error) };
        deps.log.warn(about, 'message failed, will retry');
        await delay(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    }
  };
  const queue = (message: IncomingMessage, sinceMs: number, begin: () => Promise<unknown>) =>
    deps.lanes.add(message.chat.id, () =>
      begin()
        .then(() => handleMessage(message, sinceMs))
        .catch((error: unknown) => {
          // The store no longer takes writes: the message stays pending and the next start resumes it.
          deps.log.error(
            {
              reference: referenceOf(message.message),
              id: messageDocId(message.message),
              fault: faultOf(error),
            },
            'message left pending',
          );
        }),
    );
  const add = (message: IncomingMessage, sinceMs: number) => queue(message, sinceMs, async () => undefined);
  const resumeOne = async ({ doc, message }: Pending) => {
    if (!message) return giveUp(doc.id, new TypeError('stored message does not fit'));
    if (doc.attempts >= maxResumes) return giveUp(doc.id, new Error('cut off too often'));
    // Counted when its handling begins: what only waited behind another is no suspect.
    return queue(message, performance.now(), () => deps.inbox.countTry(doc.id));
  };
  return {
    add,
    stop: () => stopped.abort(),
    async resume() {
      for (const pending of await deps.inbox.pending()) await resumeOne(pending);
    },
  };
}
