import type { Server } from 'node:http';

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

/** Takes no more requests and ends what is still open. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Live feeds and kept-alive connections never end by themselves.
    server.closeAllConnections();
  });
}
