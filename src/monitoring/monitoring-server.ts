import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StrongError } from '../shared/errors.ts';
import { listening, stopServer } from '../shared/server.ts';
import type { Metrics } from './metrics.ts';
import type { Monitored } from './monitored.ts';
import { unreadyReasons } from './readiness.ts';

/** The server for operation. It never leaves this machine: it listens on 127.0.0.1 only. */
export interface MonitoringServer {
  readonly url: string;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly text: string;
}

const json = 'application/json; charset=utf-8';

function ready(monitored: Monitored): Answer {
  const reasons = unreadyReasons(monitored.standing());
  const isReady = reasons.length === 0;
  return {
    status: isReady ? 200 : 503,
    type: json,
    text: `${JSON.stringify({ ready: isReady, reasons })}\n`,
  };
}

function answers(metrics: Metrics, monitored: Monitored) {
  const pages = new Map<string, () => Promise<Answer>>([
    ['/healthz', async () => ({ status: 200, text: 'ok\n' })],
    ['/readyz', async () => ready(monitored)],
    ['/metrics', async () => ({ status: 200, ...(await metrics.scrape(monitored)) })],
  ]);
  return async ({ method, url }: IncomingMessage): Promise<Answer> => {
    const page = pages.get((url ?? '').split('?')[0] ?? '');
    if (!page) return { status: 404, text: 'only /healthz, /readyz, /metrics\n' };
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'only GET\n' };
    // While the store closes it can no longer be asked: that is no reason to end the process.
    return page().catch(() => ({ status: 503, text: 'not now\n' }));
  };
}

async function listenOn(server: Server, port: number): Promise<void> {
  try {
    await listening(server, { host: '127.0.0.1', port });
  } catch (cause) {
    const say = `运行状况端口 127.0.0.1:${port} 打不开，可能已被占用。请改 OPERATION_PORT，或填 off 不开。`;
    throw new StrongError('operation_port', say, { cause });
  }
}

/** Starts it; throws `operation_port` when the port is taken. Port 0: any free one. */
export async function startMonitoring(
  port: number,
  { metrics, monitored }: { metrics: Metrics; monitored: Monitored },
): Promise<MonitoringServer> {
  const answerTo = answers(metrics, monitored);
  const server = createServer((request, response) => {
    void answerTo(request).then(({ status, type, text }) => {
      const headers = { 'content-type': type ?? 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : text);
    });
  });
  await listenOn(server, port);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, stop: () => stopServer(server) };
}
