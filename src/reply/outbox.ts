import type { Feishu } from '../feishu/feishu.ts';
import type { Log } from '../shared/log.ts';
import type { Measured } from '../shared/measure.ts';
import type { Instant } from '../shared/time.ts';
import type { Trace } from '../shared/trace.ts';
import type { Doc } from '../store/collections.ts';
import type { DocumentStore, WriteMeta } from '../store/document-store.ts';
import type { FileStore } from '../store/file-store.ts';
import type { Vault } from '../store/vault.ts';
import { Dispatcher } from './outbox/dispatcher.ts';
import { defaultPace, type OutboxPace } from './outbox/pace.ts';
import { createRecorder } from './outbox/recorder.ts';

/** What the outbox is made of. */
export interface OutboxDeps {
  readonly store: DocumentStore;
  readonly feishu: Feishu;
  readonly files: FileStore;
  readonly vault: Vault;
  /** `context.now`: quiet hours and `sent_at`. */
  readonly clock: () => Instant;
  /** The machine's clock in epoch ms: pacing, back-off and the uuid's hour. */
  readonly machineMs: () => number;
  readonly log: Log;
  readonly pace?: Partial<OutboxPace>;
  readonly trace?: Trace;
  readonly measured?: Measured;
  /** In [0, 1), for the jitter of waits. */
  readonly random?: () => number;
  /** Calls under way at once. */
  readonly concurrency?: number;
}

/** The one sender. It lives off the queued documents: what a crash leaves is sent after the next start, with the same uuid. */
export interface Outbox {
  start(): void;
  /** Whether it was started and not stopped. */
  running(): boolean;
  /** Looks for new documents; cheap, to be called after each commit that queued some. */
  wake(): void;
  /** Resolves when nothing is left but what quiet hours hold back. */
  idle(): Promise<void>;
  /** Starts nothing more and resolves when the calls under way are settled. */
  stop(): Promise<void>;
  /** What was given up, with its reason, oldest first. */
  parked(): Promise<Doc<'outbox'>[]>;
}

/** Builds the sender. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { store } = deps;
  const meta = (): WriteMeta => ({ at: deps.clock(), who: 'system', what: 'outbox.send' });
  const dispatcher = new Dispatcher({
    ...deps,
    trace: deps.trace,
    measured: deps.measured,
    startedMs: deps.machineMs(),
    random: deps.random ?? Math.random,
    concurrency: deps.concurrency ?? 16,
    pace: { ...defaultPace, ...deps.pace },
    record: createRecorder(store, meta),
    queued: () => store.read((tx) => tx.find('outbox', { index: 'state', key: 'queued' })),
  });
  return {
    start: () => dispatcher.start(),
    running: () => dispatcher.running,
    wake: () => dispatcher.wake(),
    idle: () => dispatcher.idle(),
    stop: () => dispatcher.stop(),
    async parked() {
      const docs = await store.read((tx) => tx.find('outbox', { index: 'state', key: 'parked' }));
      return docs.sort((a, b) => a.seq - b.seq);
    },
  };
}
