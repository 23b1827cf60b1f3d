import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FuzzRequest, Target } from './fuzz-request.ts';
import { requestAt } from './kinds.ts';
import { count, type Tally } from './tally.ts';

/** What to send and how fast. */
export interface Volley {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Requests under way at once, each on a kept connection. */
  readonly workers: number;
  /** At most so many a second. */
  readonly perSecond: number;
  readonly target: Target;
}

const patienceMs = 30_000;

function send(request: FuzzRequest, to: { port: number; agent: http.Agent }): Promise<string> {
  const { method, path, body } = request;
  const chunked = 'transfer-encoding' in request.headers;
  const length =
    method === 'GET' || method === 'HEAD' || chunked ? {} : { 'content-length': Buffer.byteLength(body) };
  const headers = { ...length, ...request.headers };
  return new Promise((resolve) => {
    const sent = http.request(
      { host: '127.0.0.1', ...to, method, path, headers, timeout: patienceMs },
      (response) => {
        response.resume();
        response.once('close', () => resolve(String(response.statusCode)));
      },
    );
    sent.once('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}

/** Headers and paths that Node's own client refuses to write never reach the product. */
function isSendable({ path, headers }: FuzzRequest): boolean {
  try {
    for (const [name, value] of Object.entries(headers))
      for (const one of [value].flat()) http.validateHeaderValue(name, one);
    return !/[^\u0021-\u00ff]/.test(path);
  } catch {
    return false;
  }
}

/** Sends a stretch of a seed's requests over kept connections and counts what came back. */
export async function sendAll({ seed, from, to, workers, perSecond, target }: Volley): Promise<Tally> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: workers, scheduling: 'fifo' });
  const tally: Tally = { counts: {}, breaches: [] };
  const began = performance.now();
  let next = from;
  const work = async () => {
    while (next < to) {
      const index = next++;
      const dueMs = ((index - from) / perSecond) * 1000 - (performance.now() - began);
      if (dueMs > 5) await pause(dueMs);
      const request = requestAt(seed, index, target);
      const got = isSendable(request) ? await send(request, { port: target.port, agent }) : 'not sent';
      const isAllowed = got === 'not sent' || request.allowed.map(String).includes(got);
      count(tally, { kind: request.kind, index, got }, isAllowed);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  agent.destroy();
  return tally;
}
