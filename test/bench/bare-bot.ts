import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rankingSamples } from '#cards/ranking/ranking.samples.ts';
import { createApp } from '#src/app.ts';
import { createFeishu } from '#src/feishu/create-feishu.ts';
import { movableClock } from '#src/shared/clock.ts';
import { newId } from '#src/shared/ids.ts';
import { createLog } from '#src/shared/log.ts';
import { listening } from '#src/shared/server.ts';
import { openFileVault } from '#src/store/json-file/file-vault.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { messageDocId } from '#src/webhook/inbox/inbox.ts';
import { createWebhook } from '#src/webhook/webhook.ts';
import { gauge } from './load/gauge.ts';
import { benchStart, keys } from './load/keys.ts';

// Ours without a bot in it: the door, the inbox with its two journalled marks, and the SDK over our connections, with one and the same card
// for everybody. No words are read, nobody's rights asked, nothing scored, no outbox. What this costs is the least that ours can cost.

const [baseUrl = '', dir = ''] = process.argv.slice(2);
const log = createLog('info');
const store = await openJsonFileStore({ dir, mode: 'demo', log });
const vault = await openFileVault({ dir });
const clock = movableClock(benchStart);
const feishu = createFeishu({ ...keys, baseUrl, log });
const content = JSON.stringify(rankingSamples[0]?.card);

const webhook = createWebhook({
  ...{ ...keys, store, vault, log },
  machineMs: () => Date.now(),
  maxQueue: 10_000,
  contextNow: clock.now,
  botOpenId: () => undefined,
  async onMessage({ message, sender }) {
    const meta = { at: clock.now(), who: sender.open_id, what: 'bare', event: message };
    await store.write(meta, async (tx) => {
      const inbox = await tx.get('inbox', messageDocId(message));
      if (inbox) await tx.put('inbox', { ...inbox, state: 'done', body: null });
    });
    await feishu.reply(message, { kind: 'interactive', content, shared: true }, newId('msg'));
  },
  onClick: async () => ({}),
});
const server = createServer(createApp({ webhook }));
await listening(server, { host: '127.0.0.1', port: 0 });
gauge((server.address() as AddressInfo).port);
