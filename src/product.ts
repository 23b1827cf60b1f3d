import type { RequestListener } from 'node:http';
import { actions } from './actions/index.ts';
import { createApp } from './app.ts';
import { commands } from './commands/index.ts';
import { lookIntoFile, receiveFile } from './commands/receive-file.ts';
import { sayProgress } from './commands/say-progress.ts';
import { quietUntil } from './domain/calendar/quiet.ts';
import type { WorkCalendar } from './domain/calendar/work-calendar.ts';
import type { Feishu } from './feishu/feishu.ts';
import { jobs } from './jobs/index.ts';
import { createScheduler } from './jobs/scheduler.ts';
import { drain, drainMs } from './monitoring/drain.ts';
import type { Monitored } from './monitoring/monitored.ts';
import { outboxFigures } from './monitoring/outbox-figures.ts';
import { createKnowledgeCache } from './operations/book/knowledge.ts';
import { createPipeline } from './pipeline.ts';
import type { OutboxPace } from './reply/outbox/pace.ts';
import { createOutbox, type Outbox } from './reply/outbox.ts';
import { queueReply } from './reply/queue-reply.ts';
import type { Clock } from './shared/clock.ts';
import type { Log } from './shared/log.ts';
import type { Measured } from './shared/measure.ts';
import type { Trace } from './shared/trace.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { FileStore } from './store/file-store.ts';
import type { Vault } from './store/vault.ts';
import { createWebhook } from './webhook/webhook.ts';

/** What the product runs on; production, demonstration and tests differ only in these. */
export interface ProductParts {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly feishu: Feishu;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly log: Log;
  readonly keys: { readonly encryptKey: string; readonly verificationToken: string; readonly appId?: string };
  /** The data are the demonstration's: every card says so. */
  readonly demo: boolean;
  readonly trace?: Trace;
  readonly measured?: Measured;
  readonly pace?: Partial<OutboxPace>;
}

/** The running product without its server. */
export interface Product {
  readonly listener: RequestListener;
  readonly monitored: Monitored;
  /** Asks the platform who the bot is, takes up what was pending, and starts sending. */
  start(): Promise<void>;
  /** Resolves when nothing is being handled or sent. */
  idle(): Promise<void>;
  /** Answers 503 from now on, sends what is due, and ends within 10 s; what is left then is in the store. */
  stop(): Promise<void>;
}

/** Events that may wait at once; beyond it the platform is asked to repeat. */
const maxQueue = 500;
const botInfoRetryMs = 5_000;

const machineMs = () => Date.now();

/** Asks until the platform answers: without its own open_id the bot does not know when it is mentioned. */
function createIdentity({ feishu, log }: ProductParts) {
  let openId: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  const ask = async (): Promise<void> => {
    try {
      openId = (await feishu.botInfo()).openId;
    } catch {
      log.warn('the platform does not say who the bot is; asking again');
      timer = setTimeout(() => void ask(), botInfoRetryMs);
    }
  };
  return { ask, openId: () => openId, stop: () => clearTimeout(timer) };
}

function tracedWebhook({ trace }: ProductParts) {
  if (!trace) return {};
  return {
    trace: (stage: string, reference: string, detail: unknown) =>
      trace({ reference, stage: 'event', title: `webhook：${stage}`, detail }),
  };
}

interface Watched {
  readonly outbox: Outbox;
  readonly identity: ReturnType<typeof createIdentity>;
  readonly isStopping: () => boolean;
}

function monitoredOf({ store, clock }: ProductParts, { outbox, identity, isStopping }: Watched): Monitored {
  return {
    standing: () => ({
      storeReason: store.health().reason,
      outboxRunning: outbox.running(),
      identityKnown: identity.openId() !== undefined,
      stopping: isStopping(),
    }),
    store: () => store.figures(),
    outbox: () => outboxFigures(store, clock.now()),
  };
}

function schedulerOf({ store, vault, clock, log, calendar, demo }: ProductParts, outbox: Outbox) {
  return createScheduler(jobs, {
    ...{ store, clock: clock.now, machineMs, log, calendar, demo },
    async queue(tx, reply, at) {
      await queueReply(tx, { reply, at, vault, log, quiet: (instant) => quietUntil(calendar, instant) });
      tx.afterCommit(() => outbox.wake());
    },
  });
}

/** Wires the rooms of the house together; nothing runs until `start`. */
export function createProduct(parts: ProductParts): Product {
  const { store, vault, files, feishu, clock, log, calendar, keys, demo, trace } = parts;
  const identity = createIdentity(parts);
  const measuring = parts.measured ? { measured: parts.measured } : {};
  const traced = { ...(trace ? { trace } : {}), ...measuring };
  let stopping = false;
  const outbox = createOutbox({
    ...{ store, feishu, files, vault, clock: clock.now, machineMs, log },
    ...traced,
    ...(parts.pace ? { pace: parts.pace } : {}),
  });
  const pipeline = createPipeline({
    ...{ store, vault, files, feishu, clock, log, calendar, demo, commands, actions },
    knowledge: createKnowledgeCache(calendar),
    wakeOutbox: () => outbox.wake(),
    botOpenId: identity.openId,
    answerSentence: sayProgress,
    lookIntoFile,
    answerFile: receiveFile,
    ...traced,
  });
  const webhook = createWebhook({
    ...keys,
    ...{ store, vault, machineMs, log, maxQueue, ...pipeline },
    contextNow: clock.now,
    botOpenId: identity.openId,
    ...tracedWebhook(parts),
    ...measuring,
  });
  const scheduler = schedulerOf(parts, outbox);
  const endWork = async () => {
    await Promise.all([scheduler.stop(), webhook.close()]);
    await outbox.idle();
    await outbox.stop();
  };
  return {
    listener: createApp({ webhook }),
    monitored: monitoredOf(parts, { outbox, identity, isStopping: () => stopping }),
    async start() {
      // Before anything new is pressed.
      await pipeline.showLostAnswers();
      await identity.ask();
      await webhook.resume();
      outbox.start();
      scheduler.start();
    },
    async idle() {
      await webhook.idle();
      await outbox.idle();
    },
    async stop() {
      stopping = true;
      identity.stop();
      await drain(endWork(), drainMs, log);
      // Where the time was not enough: it starts nothing more.
      void outbox.stop();
    },
  };
}
