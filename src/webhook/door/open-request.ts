import type http from 'node:http';
import { challengeAnswer } from './challenge.ts';
import { decrypt } from './decrypt.ts';
import { isFresh } from './freshness.ts';
import { type Envelope, type EnvelopeKeys, openEnvelope } from './open-envelope.ts';
import { parseJson } from './plain-json.ts';
import { Refusal } from './refusal.ts';
import { headerOf, isSigned } from './verify-signature.ts';

/** The secrets of the door; `aesKey` is derived once from the Encrypt Key. */
export interface DoorKeys extends EnvelopeKeys {
  readonly encryptKey: string;
  readonly aesKey: Buffer;
}

/** What a request turned out to be. */
export type Opened =
  | { readonly challenge: { challenge: string } }
  | { readonly challenge?: undefined; readonly envelope: Envelope };

/** A challenge is small; strangers shall not make us decrypt more than this many characters. */
const maxUnsignedBlob = 4096;

function blobOf(outer: unknown): string | undefined {
  if (typeof outer !== 'object' || outer === null || !Object.hasOwn(outer, 'encrypt')) return undefined;
  const { encrypt } = outer as { encrypt: unknown };
  return typeof encrypt === 'string' ? encrypt : undefined;
}

function decryptedJson(keys: DoorKeys, blob: string): unknown {
  const bytes = decrypt(keys.aesKey, blob);
  return bytes && parseJson(bytes);
}

function openUnsigned(keys: DoorKeys, blob: string | undefined): Opened {
  if (blob !== undefined && blob.length <= maxUnsignedBlob) {
    const challenge = challengeAnswer(decryptedJson(keys, blob), keys.verificationToken);
    if (challenge) return { challenge };
  }
  // One answer for every way to fail: it must not tell a stranger whether something decrypted.
  throw new Refusal(401, 'not signed by the platform');
}

/** Verifies, decrypts and checks one request (order: fact sheet §6.9, measurements §6); throws a Refusal, has no effect. */
export function openRequest(
  keys: DoorKeys,
  request: { headers: http.IncomingHttpHeaders; body: Buffer; machineMs: number },
): Opened {
  const { headers, body } = request;
  const blob = blobOf(parseJson(body));
  if (!isSigned(keys.encryptKey, headers, body)) return openUnsigned(keys, blob);
  if (!isFresh(headerOf(headers, 'x-lark-request-timestamp'), request.machineMs)) {
    throw new Refusal(401, 'stale');
  }
  if (blob === undefined) throw new Refusal(400, 'not encrypted');
  const decrypted = decryptedJson(keys, blob);
  if (decrypted === undefined) throw new Refusal(400, 'does not decrypt to JSON');
  const challenge = challengeAnswer(decrypted, keys.verificationToken);
  return challenge ? { challenge } : { envelope: openEnvelope(decrypted, keys) };
}
