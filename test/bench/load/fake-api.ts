import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listening, stopServer } from '#src/shared/server.ts';

/** A reply as it came to the platform. */
export interface Arrival {
  /** `performance.now()` when the whole request was there. */
  readonly atMs: number;
  /** The id the platform gives it. */
  readonly message: string;
  /** Its chat, as the platform knows it from the message it answers. */
  readonly kind: string;
  /** JSON text of the message. */
  readonly content: string;
}

/** What the platform holds apps to (fact sheet §4.2). */
interface ApiLimits {
  readonly perSecond: number;
  readonly perMinute: number;
}

/** The platform's Open API as far as a bot that answers needs it: token, bot info, reply. It answers at once. */
export interface FakeApi {
  readonly url: string;
  /** Resolves with the reply to a message; rejects after `patienceMs`. Told before the message is posted, and in which chat it is. */
  expect(message: string, chat: string, patienceMs: number): Promise<Arrival>;
  /** Replies to what nobody expected, and second replies: must stay 0. */
  strays(): number;
  /** Calls turned away by the limits. */
  refused(): number;
  /** Limits from now on; undefined: none. */
  limit(limits: ApiLimits | undefined): void;
  close(): Promise<void>;
}

interface Expected {
  readonly chat: string;
  arrive(arrival: Arrival): void;
}

const replyPath = /^\/open-apis\/im\/v1\/messages\/([^/]+)\/reply$/;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Record<string, string>;
}

function respond(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = JSON.stringify(body);
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(text), ...headers }).end(text);
}

const ok = (body: object): Answer => ({ status: 200, body: { code: 0, msg: 'success', ...body } });
const tooMany: Answer = {
  status: 429,
  body: { code: 99991400, msg: 'request trigger frequency limit' },
  headers: { 'x-ogw-ratelimit-reset': '1' },
};

/** What is not about messages. */
function otherAnswer(path: string): Answer {
  if (path.endsWith('/tenant_access_token/internal')) {
    return ok({ tenant_access_token: 't-bench', expire: 7200 });
  }
  if (path === '/open-apis/bot/v3/info') return ok({ bot: { open_id: 'ou_demo_bot', app_name: '强引擎' } });
  return { status: 400, body: { code: 99991401, msg: 'not part of this fake' } };
}

/** Counts calls in whole seconds and minutes, as the platform does. */
class Meter {
  limits: ApiLimits | undefined;
  refused = 0;
  #calls: number[] = [];

  admits(nowMs: number): boolean {
    if (!this.limits) return true;
    this.#calls = this.#calls.filter((atMs) => atMs > nowMs - 60_000);
    const inSecond = this.#calls.filter((atMs) => atMs > nowMs - 1000).length;
    if (inSecond >= this.limits.perSecond || this.#calls.length >= this.limits.perMinute) {
      this.refused += 1;
      return false;
    }
    this.#calls.push(nowMs);
    return true;
  }
}

/** Starts the fake API on a free loopback port. */
export async function startFakeApi(): Promise<FakeApi> {
  const meter = new Meter();
  const expected = new Map<string, Expected>();
  let strays = 0;
  let count = 0;
  const takeReply = (asked: string, said: { msg_type: string; content: string }): Answer => {
    const atMs = performance.now();
    if (!meter.admits(atMs)) return tooMany;
    count += 1;
    const message = `om_reply_${count}`;
    const waiting = expected.get(asked);
    expected.delete(asked);
    if (waiting) waiting.arrive({ atMs, message, kind: said.msg_type, content: said.content });
    else strays += 1;
    return ok({ data: { message_id: message, chat_id: waiting?.chat ?? 'oc_none' } });
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    const asked = replyPath.exec(path)?.[1];
    respond(response, asked === undefined ? otherAnswer(path) : takeReply(asked, JSON.parse(body)));
  };
  const server = createServer(
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );
  server.keepAliveTimeout = 60_000;
  await listening(server, { host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    expect: (message, chat, patienceMs) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          expected.delete(message);
          reject(new Error(`no reply to ${message} within ${patienceMs} ms`));
        }, patienceMs);
        expected.set(message, {
          chat,
          arrive(arrival) {
            clearTimeout(timer);
            resolve(arrival);
          },
        });
      }),
    strays: () => strays,
    refused: () => meter.refused,
    limit(limits) {
      meter.limits = limits;
    },
    close: () => stopServer(server),
  };
}
