import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadCalendar } from '../config/load-calendar.ts';
import { startDemonstration } from '../demonstration/start-demonstration.ts';
import { createMemoryStore } from '../store/memory/create-memory-store.ts';
import { createMemoryFiles } from '../store/memory/memory-files.ts';
import { createMemoryVault } from '../store/memory/memory-vault.ts';
import { sealEvent } from '../webhook/door/sign.ts';
import { maxBodyBytes } from '../webhook/webhook.ts';
import { startNginx } from './proxy/nginx-trial.ts';
import { post } from './proxy/post.ts';

/** Tries `data/deploy/nginx.conf` with the nginx of this machine before the demonstration; ends with 1 when a promise of the file is not kept. */
const credentials = {
  ...{ appId: 'cli_0123456789abcdef', appSecret: 'trial', encryptKey: 'trial-key' },
  verificationToken: 'trial-token',
};

const lines: string[] = [];
const log = pino({ level: 'warn', base: null }, { write: (line: string) => void lines.push(line) });
const folder = mkdtempSync(join(tmpdir(), 'strong-proxy-'));
let bad = 0;

function promise(words: string, kept: boolean): void {
  if (!kept) bad += 1;
  process.stdout.write(`${kept ? 'ok    ' : 'BROKEN'} ${words}\n`);
}

function question(message: string, chat: string) {
  const header = {
    ...{ event_id: `ev-${message}`, event_type: 'im.message.receive_v1', create_time: String(Date.now()) },
    ...{ token: credentials.verificationToken, app_id: credentials.appId, tenant_key: 'tk_demo' },
  };
  const sender = { sender_id: { open_id: 'ou_demo_C002' }, sender_type: 'user', tenant_key: 'tk_demo' };
  const content = JSON.stringify({ text: '/排名 镇街' });
  const said = { message_id: message, chat_id: chat, chat_type: 'p2p', message_type: 'text', content };
  const body = JSON.stringify({ schema: '2.0', header, event: { sender, message: said } });
  return sealEvent({ encryptKey: credentials.encryptKey, body, nowMs: Date.now() });
}

const store = createMemoryStore({ mode: 'demo' });
const demonstration = await startDemonstration({
  config: { credentials, port: 0, seed: 'demo' },
  store,
  vault: createMemoryVault(),
  files: createMemoryFiles(),
  calendar: loadCalendar(['data/seed'], [2025, 2026, 2027]),
  log,
});
const { emulator, product } = demonstration;
/** What was queued: nothing else has been said here. */
const answers = () => store.read((tx) => tx.all('outbox'));
const nginx = await startNginx(folder, Number(new URL(demonstration.url).port));
const event = `${nginx.url}/webhook/event`;
const json = { 'content-type': 'application/json' };
const padding = (bytes: number) => ({ headers: json, body: `{"a":"${'x'.repeat(bytes - 8)}"}` });
try {
  const answered = await post(event, question('om_trial', emulator.privateChatOf('ou_demo_C002')));
  await product.idle();
  promise('a signed event passes unchanged and is taken', answered.status === 200);
  promise('it is answered once', (await answers()).length === 1);

  promise(
    'a body at the limit reaches the product',
    (await post(event, padding(maxBodyBytes))).status === 401,
  );
  const heavy = await post(event, padding(maxBodyBytes + 1));
  promise('a body above the limit does not', heavy.status === 413 && heavy.text.includes('nginx'));
  await post(event, { headers: { ...json, 'x-real-ip': '203.0.113.9' }, body: '{}' });
  const last = lines.at(-1) ?? '';
  promise('the address is the real one, not what the sender wrote', last.includes('"from":"127.0.0.1"'));
  promise('other pages are not passed on', (await post(`${nginx.url}/metrics`, padding(10))).status === 404);
} finally {
  await demonstration.stop();
  const down = await post(event, padding(10));
  promise('while the product is down the platform is told to repeat', down.status === 503);
  await nginx.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = bad === 0 ? 0 : 1;
