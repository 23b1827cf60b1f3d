import type http from 'node:http';
import { Refusal } from './refusal.ts';

/** How much of a body is read, in bytes, and how long that may take, in ms. */
export interface BodyLimits {
  readonly bytes: number;
  readonly ms: number;
}

/**
 * The bytes of a request as received: the signature covers them, not a re-written JSON (fact sheet §1.4).
 * Rejects with a Refusal: 413 (announced or counted size), 408 (too slow), 400 (broken off).
 */
export function readBody(req: http.IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > limits.bytes) {
    return Promise.reject(new Refusal(413, 'body announced too large'));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    const refuse = (status: number, reason: string) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      req.off('data', take);
      reject(new Refusal(status, reason));
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.bytes) refuse(413, 'body too large');
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => refuse(408, 'body too slow'), limits.ms);
    req.on('data', take);
    req.once('end', () => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    // The listener stays: a socket that breaks later must not become an uncaught error.
    req.on('error', () => refuse(400, 'body broken off'));
    req.once('close', () => refuse(400, 'body broken off'));
  });
}
