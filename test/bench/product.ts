import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { createFeishu } from '#src/feishu/create-feishu.ts';
import { createProduct } from '#src/product.ts';
import { seedDemonstration } from '#src/seed/seed-demonstration.ts';
import { movableClock } from '#src/shared/clock.ts';
import { createLog } from '#src/shared/log.ts';
import { listening } from '#src/shared/server.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openFolderFiles } from '#src/store/json-file/folder-files.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { gauge } from './load/gauge.ts';
import { benchStart, keys } from './load/keys.ts';

// Ours: the whole product as production composes it, with the demonstration district, on files, its log on. Only the clock is the
// demonstration's, and where told so the pace of the outbox is out of the way.

const [baseUrl = '', dir = '', paced = ''] = process.argv.slice(2);
const freed = { perChatPerSecond: 1e6, perMessagePerSecond: 1e6, perAppPerSecond: 1e6, perAppPerMinute: 1e6 };

const log = createLog('info');
const store = await openJsonFileStore({ dir, mode: 'demo', log });
const vault = await openFileVault({ dir });
const files = await openFolderFiles({ dir });
const clock = movableClock(benchStart);
const calendar = loadCalendar([dir, 'data/seed'], [2025, 2026, 2027]);
await seedDemonstration({ store, vault, folder: 'data/demo', until: benchStart, at: benchStart, log });
const feishu = createFeishu({ ...keys, baseUrl, log });
const product = createProduct({
  ...{ store, vault, files, feishu, clock, calendar, log, keys },
  demo: true,
  ...(paced === 'paced' ? {} : { pace: freed }),
});
const server = createServer(product.listener);
await listening(server, { host: '127.0.0.1', port: 0 });
await product.start();
gauge(
  (server.address() as AddressInfo).port,
  async () => (await store.read((tx) => tx.all('reports'))).length,
);
