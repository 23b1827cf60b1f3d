import { createServer, type RequestListener, type Server } from 'node:http';
import { errors } from './errors.ts';

/** So slow is no sender we know of; Node alone would wait a minute for a head and five for a body. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  // Longer than the usual proxies keep a free connection, so that they never send on one that is just being closed.
  keepAliveTimeout: 75_000,
};

/** A server that ends connections of senders who never finish. */
export function createHttpServer(listener: RequestListener): Server {
  return createServer(limits, listener);
}

/** Resolves when the server listens; rejects when it cannot, e.g. because the port is taken. */
export function listening(server: Server, at: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const whyClosed: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被其他程序占用',
  EACCES: '没有权限使用',
  EADDRNOTAVAIL: '在这个地址上打不开',
};

/** Listens where the product is spoken to; throws `port_closed` with what the operator can do when it cannot. */
export async function openDoor(server: Server, at: { host: string; port: number }): Promise<void> {
  try {
    await listening(server, at);
  } catch (cause) {
    const why = whyClosed[(cause as NodeJS.ErrnoException).code ?? ''];
    throw why === undefined ? cause : errors.portClosed(at.port, why, cause);
  }
}

/** Takes no more requests and ends what is still open. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Live feeds and kept-alive connections never end by themselves.
    server.closeAllConnections();
  });
}
