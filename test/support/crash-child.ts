import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { loadCalendar } from '#src/config/load-calendar.ts';
import { createFeishu } from '#src/feishu/create-feishu.ts';
import { createProduct } from '#src/product.ts';
import { movableClock } from '#src/shared/clock.ts';
import { listening, stopServer } from '#src/shared/server.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openFolderFiles } from '#src/store/json-file/folder-files.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { demoStart, testKeys } from './crash-keys.ts';

/** So small that a snapshot is being written at many of the kills. */
const compactBytes = 200_000;

/** Some presses take longer than their presser may wait, so that kills fall between “working on it” and the work. */
const slowPress = { share: 0.08, ms: 2_800 };

function withSlowPresses(store: DocumentStore): DocumentStore {
  return {
    ...store,
    async write(meta, run) {
      const slow = meta.what.startsWith('press.') && Math.random() < slowPress.share;
      if (slow) await pause(slowPress.ms);
      return store.write(meta, run);
    },
  };
}

const tell = (word: string) => process.stdout.write(`${word}\n`);

/**
 * The product as production composes it: files, webhook, the SDK's client. Says `warm`, waits for a word, opens the folder, says `replayed`, then
 * `listening <port>`, starts as production does, says `up`, and at the next word ends cleanly, if it has not been killed before.
 */
async function main(): Promise<void> {
  const [dir = '', baseUrl = ''] = process.argv.slice(2);
  tell('warm');
  // Without its parent it has no one to kill it.
  process.stdin.on('close', () => process.exit(1));
  await once(process.stdin, 'data');
  const log = pino({ level: 'warn', base: null }, pino.destination({ dest: 2, sync: true }));
  const store = withSlowPresses(await openJsonFileStore({ dir, mode: 'demo', log, compactBytes }));
  tell('replayed');
  const vault = await openFileVault({ dir });
  const calendar = loadCalendar([dir, 'data/seed'], [2025, 2026, 2027]);
  const clock = movableClock(store.lastAt() ?? demoStart);
  const feishu = createFeishu({ ...testKeys, baseUrl, log });
  const pace = { perChatPerSecond: 500, perAppPerSecond: 5000, perMessagePerSecond: 500 };
  const files = await openFolderFiles({ dir });
  const parts = { store, vault, files, feishu, clock, calendar, log, pace };
  const product = createProduct({ ...parts, keys: testKeys, demo: true });
  const server = createServer(product.listener);
  await listening(server, { host: '127.0.0.1', port: 0 });
  tell(`listening ${(server.address() as AddressInfo).port}`);
  await product.start();
  tell('up');
  await once(process.stdin, 'data');
  await product.idle();
  await product.stop();
  await stopServer(server);
  feishu.close();
  await store.close();
  process.exit(0);
}

void main();
