import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { createFeishu } from '#src/feishu/create-feishu.ts';
import { createProduct } from '#src/product.ts';
import { movableClock } from '#src/shared/clock.ts';
import { createHttpServer, listening, stopServer } from '#src/shared/server.ts';
import { type CollectionName, collections } from '#src/store/collections.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openFolderFiles } from '#src/store/json-file/folder-files.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { demoStart, testKeys } from './crash-keys.ts';

/** What the product tells when asked. */
export interface Health {
  /** Bytes. */
  readonly rss: number;
  readonly heap: number;
  /** Collection → digest of all its documents; inbox, outbox and its looks are the bookkeeping and left out. */
  readonly digests: Record<string, string>;
  /** The longest the event loop stood still since the last look, in ms. */
  readonly stallMs: number;
  /** Characters of JSON that inbox, outbox and its looks hold. */
  readonly bookkeeping: number;
}

const delays = monitorEventLoopDelay({ resolution: 5 });

const bookkeeping: readonly CollectionName[] = ['inbox', 'outbox', 'looks'];
const names = Object.keys(collections) as CollectionName[];

async function healthOf(store: DocumentStore): Promise<Health> {
  const stallMs = delays.max / 1e6;
  const digests: Record<string, string> = {};
  let characters = 0;
  await store.read(async (tx) => {
    for (const name of names) {
      const texts = (await tx.all(name)).map((doc) => JSON.stringify(doc)).sort();
      if (bookkeeping.includes(name)) characters += texts.reduce((sum, text) => sum + text.length, 0);
      else digests[name] = createHash('sha256').update(texts.join('\n')).digest('hex');
    }
  });
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  delays.reset();
  return { rss, heap: heapUsed + external, digests, stallMs, bookkeeping: characters };
}

/** The whole product on a folder, as production composes it, with a pace that does not hold answers back. Told `health` or `stop`, it answers over its channel. */
async function main(): Promise<void> {
  const [dir = '', baseUrl = ''] = process.argv.slice(2);
  delays.enable();
  process.on('disconnect', () => process.exit(1));
  const log = pino({ level: 'info', base: null }, pino.destination({ dest: `${dir}/log`, sync: true }));
  const store = await openJsonFileStore({ dir, mode: 'demo', log });
  const vault = await openFileVault({ dir });
  const files = await openFolderFiles({ dir });
  const calendar = loadCalendar([dir, 'data/seed'], [2025, 2026, 2027]);
  const clock = movableClock(store.lastAt() ?? demoStart);
  const feishu = createFeishu({ ...testKeys, baseUrl, log });
  const many = 1_000_000;
  const pace = {
    perChatPerSecond: many,
    perAppPerSecond: many,
    perMessagePerSecond: many,
    perAppPerMinute: many,
  };
  const parts = { store, vault, files, feishu, clock, calendar, log, pace };
  const product = createProduct({ ...parts, keys: testKeys, demo: true });
  const server = createHttpServer(product.listener);
  await listening(server, { host: '127.0.0.1', port: 0 });
  await product.start();
  process.on('message', async (word) => {
    await product.idle();
    if (word === 'health') process.send?.(await healthOf(store));
    if (word !== 'stop') return;
    await product.stop();
    await stopServer(server);
    feishu.close();
    await store.close();
    process.exit(0);
  });
  process.send?.({ port: (server.address() as AddressInfo).port });
}

void main();
