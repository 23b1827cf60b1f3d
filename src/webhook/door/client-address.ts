import type http from 'node:http';
import { isIP } from 'node:net';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Who sent a request: the peer, or what the proxy on this machine says of it. Anybody else could write the header as they like. */
export function clientAddress({ socket, headers }: http.IncomingMessage): string {
  const peer = socket.remoteAddress ?? '';
  const told = headers['x-real-ip'];
  return loopback.has(peer) && typeof told === 'string' && isIP(told) > 0 ? told : peer;
}
