import http from 'node:http';
import https from 'node:https';
import type { PlatformAnswer } from './classify-answer.ts';
import { PlatformError } from './feishu.ts';
import { watchConnecting } from './watch-connecting.ts';

/** One request to the platform. */
export interface PlatformRequest {
  readonly method: string;
  /** Below the platform's address, with its query. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Uint8Array | undefined;
  /** The longest answer that is taken, 4 MB unless told. */
  readonly maxBytes?: number;
}

/** Deadlines of one exchange in ms. */
export interface ExchangeTimeouts {
  readonly connectMs: number;
  /** From the call to the last byte of the answer, waiting for a free connection included. */
  readonly totalMs: number;
}

/** Requests over kept connections. */
export interface Exchange {
  /** Any answer of the server, whatever its status; throws a PlatformError (`retry`: certainly not sent, `unknown`: maybe). */
  send(request: PlatformRequest): Promise<PlatformAnswer>;
  close(): void;
}

const maxAnswerBytes = 4 * 1024 * 1024;
const connections = 50;
/** Free connections are dropped before the usual proxies drop them, since a request on a dropped one may be lost. */
const freeMs = 30_000;

/** An exchange that ended without an answer. */
class Broken extends Error {
  readonly code: string;
  /** Without a connection nothing can have happened. */
  connected = true;
  /** A kept connection that the server had closed meanwhile. */
  stale = false;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function brokenBy(cause: Error & { code?: unknown }): Broken {
  return cause instanceof Broken
    ? cause
    : new Broken(typeof cause.code === 'string' ? cause.code : cause.name);
}

function collect(response: http.IncomingMessage, maxBytes = maxAnswerBytes): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) reject(new Broken('ANSWER_TOO_LARGE'));
      else chunks.push(chunk);
    });
    let ended = false;
    response.once('end', () => {
      ended = true;
      resolve(Buffer.concat(chunks));
    });
    response.once('error', reject);
    // Every response closes: an error, with its stack, is made only for one that has not ended.
    response.once('close', () => ended || reject(new Broken('CLOSED')));
  });
}

/** Where requests go, and over which connections. */
interface Way {
  readonly server: Pick<http.RequestOptions, 'protocol' | 'hostname' | 'port' | 'agent'>;
  /** The path of the platform's address, as of a gateway in front of it; mostly empty. */
  readonly below: string;
  readonly timeouts: ExchangeTimeouts;
}

function open({ method, path, headers, body }: PlatformRequest, { server, below }: Way): http.ClientRequest {
  // Taken from the module at each call: nock replaces the function in it.
  const { request } = server.protocol === 'https:' ? https : http;
  const length = body === undefined ? {} : { 'content-length': body.length };
  return request({ ...server, method, path: `${below}${path}`, headers: { ...headers, ...length } }).end(
    body,
  );
}

async function exchangeOnce(request: PlatformRequest, way: Way): Promise<PlatformAnswer> {
  const { timeouts } = way;
  const req = open(request, way);
  const connecting = watchConnecting(
    req,
    () => req.destroy(new Broken('CONNECT_TIMEOUT')),
    timeouts.connectMs,
  );
  const timer = setTimeout(() => req.destroy(new Broken('TIMEOUT')), timeouts.totalMs);
  let answered = false;
  try {
    return await new Promise<PlatformAnswer>((resolve, reject) => {
      // Stays for the whole life of the request: an error after its end must not be an uncaught one.
      req.on('error', reject);
      req.once('response', (response) => {
        answered = true;
        const { statusCode: status = 0, headers } = response;
        collect(response, request.maxBytes).then((body) => resolve({ status, headers, body }), reject);
      });
    });
  } catch (cause) {
    req.destroy();
    const broken = brokenBy(cause instanceof Error ? cause : new Broken('UNKNOWN'));
    broken.connected = connecting.done;
    broken.stale = req.reusedSocket && !answered && ['ECONNRESET', 'EPIPE'].includes(broken.code);
    throw broken;
  } finally {
    clearTimeout(timer);
  }
}

function failure(cause: unknown): unknown {
  if (!(cause instanceof Broken)) return cause;
  if (cause.code === 'ANSWER_TOO_LARGE')
    return new PlatformError('unknown', 413, { message: '平台的回答太长' });
  return cause.connected
    ? new PlatformError('unknown', 0, { message: `与平台的连接中断（${cause.code}）` })
    : new PlatformError('retry', 0, { message: `连不上平台（${cause.code}）` });
}

/** Builds the exchange over a pool of 50 kept connections to the scheme of `baseUrl`. */
export function createExchange(baseUrl: URL, timeouts: ExchangeTimeouts): Exchange {
  const { protocol, port } = baseUrl;
  const { Agent } = protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'lifo', timeout: freeMs });
  // An IPv6 address stands in brackets in a URL only.
  const hostname = baseUrl.hostname.replace(/^\[|\]$/g, '');
  const below = baseUrl.pathname.replace(/\/+$/, '');
  const way = { server: { protocol, hostname, port, agent }, below, timeouts };
  return {
    async send(request) {
      const once = () => exchangeOnce(request, way);
      try {
        // Every call of ours may be repeated: it reads, replaces, or carries a uuid. So a dead connection costs nothing.
        return await once().catch((cause: unknown) => {
          if (cause instanceof Broken && cause.stale) return once();
          throw cause;
        });
      } catch (cause) {
        throw failure(cause);
      }
    },
    close: () => agent.destroy(),
  };
}
