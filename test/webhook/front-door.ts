import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { instantOf } from '#src/shared/time.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createMemoryStore } from '#src/store/memory/create-memory-store.ts';
import { createMemoryVault } from '#src/store/memory/memory-vault.ts';
import { sealEvent } from '#src/webhook/door/sign.ts';
import type { IncomingClick, IncomingMessage } from '#src/webhook/events/incoming.ts';
import { createWebhook } from '#src/webhook/webhook.ts';
import type { WebhookDeps } from '#src/webhook/webhook-deps.ts';

export const encryptKey = 'test key';
export const token = 'vt';

/** A webhook on a real port with everything that came of its requests in view. */
export interface FrontDoor {
  readonly store: DocumentStore;
  readonly messages: IncomingMessage[];
  readonly clicks: IncomingClick[];
  readonly logLines: string[];
  readonly port: number;
  post(
    body: string | Buffer,
    headers: Record<string, string>,
    method?: string,
  ): Promise<{ status: number; text: string }>;
  /** Posts an envelope sealed as the platform does. */
  send(envelope: unknown, nowMs?: number): Promise<{ status: number; text: string }>;
  inboxSize(): Promise<number>;
  webhook: ReturnType<typeof createWebhook>;
  close(): Promise<void>;
}

/** Something to wait for until the test lets it go. */
export function gate() {
  let release = () => {};
  const opened = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { opened, release };
}

/** Marks the message done, as the pipeline's own transaction does. */
export async function markDone(store: DocumentStore, message: string): Promise<void> {
  await store.write({ at: instantOf(Date.now()), who: 'test', what: 'say' }, async (tx) => {
    const doc = await tx.get('inbox', `message:${message}`);
    if (doc) await tx.put('inbox', { ...doc, state: 'done', body: null });
  });
}

export async function openFrontDoor(overrides: Partial<WebhookDeps> = {}): Promise<FrontDoor> {
  const store = overrides.store ?? createMemoryStore({ mode: 'demo' });
  const messages: IncomingMessage[] = [];
  const clicks: IncomingClick[] = [];
  const logLines: string[] = [];
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void logLines.push(line) });
  const webhook = createWebhook({
    encryptKey,
    verificationToken: token,
    store,
    vault: createMemoryVault(),
    machineMs: Date.now,
    contextNow: () => instantOf(Date.now()),
    log,
    maxQueue: 100,
    botOpenId: () => 'ou_bot',
    async onMessage(message) {
      messages.push(message);
      await markDone(store, message.message);
    },
    async onClick(click) {
      clicks.push(click);
      return {};
    },
    ...overrides,
  });
  const server = http.createServer((req, res) => webhook.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new http.Agent({ keepAlive: true });
  const post: FrontDoor['post'] = (body, headers, method = 'POST') =>
    postTo({ port, agent, method }, body, headers);
  return {
    ...{ store, messages, clicks, logLines, port, webhook, post },
    send(envelope, nowMs = Date.now()) {
      const sealed = sealEvent({ encryptKey, body: envelope, nowMs });
      return post(sealed.body, sealed.headers);
    },
    inboxSize: async () => (await store.read((tx) => tx.all('inbox'))).length,
    async close() {
      agent.destroy();
      await webhook.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function postTo(
  to: { port: number; agent: http.Agent; method: string },
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        ...{ host: '127.0.0.1', port: to.port, agent: to.agent, method: to.method },
        headers:
          'transfer-encoding' in headers
            ? headers
            : { 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject);
      },
    );
    request.on('error', reject).end(body);
  });
}
