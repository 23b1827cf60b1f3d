import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Sealed } from '../../domain/enterprise/sealed.ts';

const cipher = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** Bytes of a key. */
export const keyLength = 32;

const keyId = /^[A-Za-z0-9_-]{1,64}$/;

/** Throws a RangeError unless the key id is one: it becomes a file name. */
export function assertKeyId(id: string): void {
  if (!keyId.test(id)) throw new RangeError('not a key id');
}

/** A new random key. */
export function newKey(): Buffer {
  return randomBytes(keyLength);
}

/** Seals a text: base64 of iv, tag and cipher text. The key id is authenticated too, so that a text cannot be moved to another person. */
export function sealWith(key: Buffer, id: string, text: string): Sealed {
  const iv = randomBytes(ivLength);
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(id));
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return { key: id, data: Buffer.concat([iv, sealing.getAuthTag(), body]).toString('base64') };
}

/** Opens a text; undefined when it was not sealed under this very key and id, or was changed since. */
export function openWith(key: Buffer, sealed: Sealed): string | undefined {
  const bytes = Buffer.from(sealed.data, 'base64');
  if (bytes.length < ivLength + tagLength) return undefined;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivLength), { authTagLength: tagLength });
  opening.setAAD(Buffer.from(sealed.key));
  opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  try {
    return Buffer.concat([opening.update(bytes.subarray(ivLength + tagLength)), opening.final()]).toString();
  } catch {
    // Most likely the key was destroyed and a new one made under its id; that journal and snapshot are unchanged, their hashes tell.
    return undefined;
  }
}
