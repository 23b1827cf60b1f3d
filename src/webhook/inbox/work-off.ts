import { setTimeout as delay } from 'node:timers/promises';
import { faultOf } from '../../shared/fault.ts';
import { referenceOf } from '../../shared/ids.ts';
import type { Log } from '../../shared/log.ts';
import type { IncomingClick, IncomingMessage } from '../events/incoming.ts';
import { type Inbox, messageDocId, type Pending } from './inbox.ts';
import type { Lanes } from './lanes.ts';

interface WorkOffDeps {
  readonly inbox: Inbox;
  readonly lanes: Lanes;
  readonly log: Log;
  readonly onMessage: (message: IncomingMessage, sinceMs: number) => Promise<void>;
  readonly onGiveUp?: ((message: IncomingMessage) => Promise<void>) | undefined;
  /** Does a click that was kept; ends it in any case. */
  readonly resumeClick: (click: IncomingClick) => Promise<void>;
  readonly trace?: ((stage: string, reference: string, detail: unknown) => void) | undefined;
  readonly retryMs: readonly number[];
}

/** Handles accepted messages, and clicks that were kept, in the background, in order within a chat. */
export interface WorkOff {
  /** Queues a message whose inbox document is stored; `sinceMs`: when it came, by `performance.now()`. */
  add(message: IncomingMessage, sinceMs: number): void;
  /** Queues what an earlier run of the program has left. */
  resume(): Promise<void>;
  /** Starts nothing more; what waits stays pending in the store. */
  stop(): void;
}

/** What was cut off this often (by crashes, mostly) is taken to be the crash's cause. */
export const maxResumes = 20;

/** A file may take long to read: what its sender says meanwhile does not wait for it. */
const laneOf = ({ chat, file }: IncomingMessage) => (file ? `${chat.id} file` : chat.id);

/** Builds the background handling; a throwing `onMessage` is tried again after each of `retryMs`, then given up with a log line. */
export function createWorkOff(deps: WorkOffDeps): WorkOff {
  const stopped = new AbortController();
  const tellGivenUp = async (message: IncomingMessage) => {
    try {
      await deps.onGiveUp?.(message);
    } catch (error) {
      const about = { reference: referenceOf(message.message), id: messageDocId(message.message) };
      deps.log.error({ ...about, fault: faultOf(error) }, 'nobody was told');
    }
  };
  const giveUp = async (id: string, error: unknown, incoming?: Pending['incoming']) => {
    const reference = referenceOf(id.slice(id.indexOf(':') + 1));
    deps.log.error({ reference, id, fault: faultOf(error) }, 'message given up');
    deps.trace?.('gave-up', reference, { id });
    if (incoming?.kind === 'message') await tellGivenUp(incoming);
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
        if (wait === undefined) return giveUp(id, error, message);
        const about = { reference, id, try: index + 1, attempts, fault: faultOf(error) };
        deps.log.warn(about, 'message failed, will retry');
        await delay(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    }
  };
  const queue = (id: string, lane: string, work: () => Promise<void>) =>
    deps.lanes.add(lane, () =>
      work().catch((error: unknown) => {
        // The store no longer takes writes: it stays pending and the next start resumes it.
        const reference = referenceOf(id.slice(id.indexOf(':') + 1));
        deps.log.error({ reference, id, fault: faultOf(error) }, 'event left pending');
      }),
    );
  const resumeOne = async ({ doc: { id, attempts }, incoming }: Pending) => {
    if (!incoming) return giveUp(id, new TypeError('stored event does not fit'));
    if (attempts >= maxResumes) return giveUp(id, new Error('cut off too often'), incoming);
    const lane = incoming.kind === 'message' ? laneOf(incoming) : incoming.chat;
    return queue(id, lane, async () => {
      if (stopped.signal.aborted) return;
      // Counted when its handling begins: what only waited behind another is no suspect.
      await deps.inbox.countTry(id);
      const sinceMs = performance.now();
      await (incoming.kind === 'message' ? handleMessage(incoming, sinceMs) : deps.resumeClick(incoming));
    });
  };
  return {
    add: (message, sinceMs) =>
      queue(messageDocId(message.message), laneOf(message), () => handleMessage(message, sinceMs)),
    stop: () => stopped.abort(),
    async resume() {
      await deps.inbox.tidy();
      for (const pending of await deps.inbox.pending()) await resumeOne(pending);
    },
  };
}
