import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cardSamples } from '#cards/index.ts';
import type { DemoConfig } from '../config/load-config.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { createEmulator } from '../emulator/create-emulator.ts';
import type { Emulator } from '../emulator/emulator.ts';
import type { Limits } from '../emulator/limits.ts';
import { createFeishu } from '../feishu/create-feishu.ts';
import { createMonitoring } from '../monitoring/create-monitoring.ts';
import { createProduct, type Product } from '../product.ts';
import type { OutboxPace } from '../reply/outbox/pace.ts';
import { seedDemonstration } from '../seed/seed-demonstration.ts';
import { type MovableClock, movableClock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { openDoor, stopServer } from '../shared/server.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { FileStore } from '../store/file-store.ts';
import type { Vault } from '../store/vault.ts';
import { demoGroups, demoPeople, demoSuggestions } from './roster.ts';
import { createTraceFeed } from './trace-feed.ts';

/** The day October's values are due: something to report, coverage to fill, a provisional ranking to move. */
const demoStart = '2026-11-06T09:00:00+08:00';

const bot = { botOpenId: 'ou_demo_bot', botName: '强引擎', tenant: 'tk_demo' };

interface DemonstrationParts {
  readonly config: Pick<DemoConfig, 'credentials' | 'port' | 'seed'> &
    Partial<Pick<DemoConfig, 'operationPort'>>;
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly calendar: WorkCalendar;
  readonly log: Log;
  /** Tests raise the platform's and our own limits. */
  readonly limits?: Partial<Limits>;
  readonly pace?: Partial<OutboxPace>;
}

/** The whole product with a local Feishu before it, on one loopback address. */
export interface Demonstration {
  readonly url: string;
  readonly emulator: Emulator;
  readonly product: Product;
  readonly clock: MovableClock;
  /** Where operation looks, when it was asked for. */
  readonly monitoringUrl: string | undefined;
  stop(): Promise<void>;
}

async function buildEmulator(parts: DemonstrationParts, clock: MovableClock, webhookUrl: () => string) {
  const { store, config, log, limits } = parts;
  const people = await demoPeople(store);
  const groups = await demoGroups(store);
  const feed = createTraceFeed(clock);
  const emulator = createEmulator({
    credentials: { ...config.credentials, ...bot },
    webhookUrl,
    people: () => people,
    chats: () => groups,
    samples: () => cardSamples,
    suggestions: () => demoSuggestions,
    clock,
    log,
    trace: feed,
    ...(limits ? { limits } : {}),
  });
  return { emulator, trace: feed.trace };
}

/** Starts the demonstration; on restart its clock goes on from the journal's last time. */
export async function startDemonstration(parts: DemonstrationParts): Promise<Demonstration> {
  const { config, store, vault, files, calendar, log, pace } = parts;
  const clock = movableClock(store.lastAt() ?? demoStart);
  if (config.seed === 'demo') {
    await seedDemonstration({ store, vault, folder: 'data/demo', until: demoStart, at: demoStart, log });
  }
  let url = '';
  const { emulator, trace } = await buildEmulator(parts, clock, () => `${url}/webhook/event`);
  let product: Product | undefined;
  const server = createServer((request, response) => {
    const own = request.url?.startsWith('/webhook/') ? product?.listener : undefined;
    (own ?? emulator.app)(request, response);
  });
  await openDoor(server, { host: '127.0.0.1', port: config.port });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const feishu = createFeishu({ ...config.credentials, baseUrl: url, log });
  const { watch, ...counted } = createMonitoring(config.operationPort);
  product = createProduct({
    ...{ store, vault, files, feishu, clock, calendar, log, trace, ...counted },
    keys: config.credentials,
    demo: true,
    ...(pace ? { pace } : {}),
  });
  const monitoring = await watch(product.monitored);
  await product.start();
  const running = product;
  return {
    ...{ url, emulator, product, clock, monitoringUrl: monitoring?.url },
    async stop() {
      await running.stop();
      await stopServer(server);
      feishu.close();
      await store.close();
      await monitoring?.stop();
    },
  };
}
