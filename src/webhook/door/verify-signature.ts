import { createHash, hash, timingSafeEqual } from 'node:crypto';
import type http from 'node:http';

/** What a signature covers. */
export interface Signed {
  readonly timestamp: string;
  readonly nonce: string;
  readonly body: Buffer;
}

/** Lower-case hex SHA-256 of timestamp, nonce, encrypt key and the raw body (fact sheet §1.4). */
export function signatureOf(encryptKey: string, { timestamp, nonce, body }: Signed): string {
  return createHash('sha256').update(`${timestamp}${nonce}${encryptKey}`).update(body).digest('hex');
}

/** Whether the two texts are the same, in a time that tells neither where they differ nor how long the expected one is. */
export function sameSecret(expected: string, given: string): boolean {
  const [a, b] = [expected, given].map((text) => hash('sha256', text, 'buffer'));
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** A header that was sent exactly once, or ''. */
export function headerOf(headers: http.IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** Whether the request carries the platform's signature over exactly these bytes. */
export function isSigned(encryptKey: string, headers: http.IncomingHttpHeaders, body: Buffer): boolean {
  const given = headerOf(headers, 'x-lark-signature');
  if (given === '') return false;
  const timestamp = headerOf(headers, 'x-lark-request-timestamp');
  const nonce = headerOf(headers, 'x-lark-request-nonce');
  const expected = Buffer.from(signatureOf(encryptKey, { timestamp, nonce, body }));
  const claimed = Buffer.from(given);
  // The length of a signature is no secret, so it may be compared first.
  return claimed.length === expected.length && timingSafeEqual(expected, claimed);
}
