import type { Log } from '../shared/log.ts';
import type { Measured } from '../shared/measure.ts';
import type { Instant } from '../shared/time.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Vault } from '../store/vault.ts';
import type { IncomingClick, IncomingDeparture, IncomingMessage } from './events/incoming.ts';

/** Deadlines and pauses in ms; the defaults fit the platform, tests shorten them. */
export interface WebhookTimings {
  /** For reading a body. */
  readonly bodyMs: number;
  /** For answering a click; the platform waits 3 s (fact sheet §2.3). */
  readonly clickMs: number;
  /** Pauses before a failed message is tried again; as many tries more as there are pauses. */
  readonly retryMs: readonly number[];
}

/** What the webhook needs. */
export interface WebhookDeps {
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** When given, events of other apps are refused. */
  readonly appId?: string;
  readonly store: DocumentStore;
  /** Seals clicks that are kept: forms may hold contact details. */
  readonly vault: Vault;
  /** Epoch ms of the machine: freshness and the inbox do not follow `context.now`. */
  readonly machineMs: () => number;
  readonly contextNow: () => Instant;
  readonly log: Log;
  /** Messages (and, apart, clicks) that may wait at once; beyond it the platform is asked to repeat. */
  readonly maxQueue: number;
  readonly botOpenId: () => string | undefined;
  /** Handles one accepted message; its own transaction marks the inbox document done. `sinceMs`: when it came, by `performance.now()`. */
  readonly onMessage: (message: IncomingMessage, sinceMs: number) => Promise<void>;
  /** Tells who said it that a message is given up, and marks it done. */
  readonly onGiveUp?: (message: IncomingMessage) => Promise<void>;
  /** Handles one click and returns the platform's answer body; its own transaction marks an inbox document that was kept of it done. */
  readonly onClick: (click: IncomingClick) => Promise<object>;
  /** Takes the answer that came too late for its presser: unless its own transaction did so, it follows as an update and the kept click is marked done. */
  onLateAnswer?(click: IncomingClick, answer: object): Promise<void>;
  /** Takes a leaver's access away; resolves when that is durable. */
  readonly onDeparture?: (departure: IncomingDeparture) => Promise<void>;
  /** Tells the emulator's side panel; `reference` is the event's short number. */
  readonly trace?: (stage: string, reference: string, detail: unknown) => void;
  readonly measured?: Measured;
  readonly timings?: Partial<WebhookTimings>;
}
