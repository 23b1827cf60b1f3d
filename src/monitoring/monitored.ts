import type { StoreFigures } from '../store/document-store.ts';

/** What stands in the way of work right now, by fact; all false: ready. */
export interface Standing {
  /** Why the store is read-only. */
  readonly storeReason: string | undefined;
  readonly outboxRunning: boolean;
  /** Whether the platform has said who the bot is. */
  readonly identityKnown: boolean;
  readonly stopping: boolean;
}

/** The outbox at a moment. */
export interface OutboxFigures {
  /** Messages that wait, those included that quiet hours hold back. */
  readonly queued: number;
  /** Age in ms of the oldest that may go now, 0 when there is none. */
  readonly oldestMs: number;
  readonly parked: number;
}

/** The running product as operation sees it. */
export interface Monitored {
  standing(): Standing;
  store(): StoreFigures;
  outbox(): Promise<OutboxFigures>;
}
