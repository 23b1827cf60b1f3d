import { createCipheriv, randomBytes } from 'node:crypto';
import { aesKeyOf } from './decrypt.ts';
import { signatureOf } from './verify-signature.ts';

/** Encrypts as the platform does (fact sheet §1.3): base64 of the 16-byte IV and the AES-256-CBC cipher text. */
export function encrypt(encryptKey: string, text: string, iv: Buffer = randomBytes(16)): string {
  const cipher = createCipheriv('aes-256-cbc', aesKeyOf(encryptKey), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** The signature headers over a body that is sent as it stands (fact sheet §1.4); `nowMs` is epoch ms. */
export function signHeaders(options: { encryptKey: string; body: string; nowMs: number; nonce?: string }) {
  const timestamp = String(Math.floor(options.nowMs / 1000));
  const nonce = options.nonce ?? randomBytes(8).toString('hex');
  const signed = { timestamp, nonce, body: Buffer.from(options.body) };
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signatureOf(options.encryptKey, signed),
  };
}

/** An event as the platform posts it, encrypted and signed: for the emulator and the tests. `body` is the envelope, or its JSON text. */
export function sealEvent(options: { encryptKey: string; body: unknown; nowMs: number; nonce?: string }): {
  headers: Record<string, string>;
  body: string;
} {
  const text = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
  const body = JSON.stringify({ encrypt: encrypt(options.encryptKey, text) });
  return { headers: signHeaders({ ...options, body }), body };
}
