import { createDecipheriv, createHash } from 'node:crypto';

const blockBytes = 16;

/** The AES key: SHA-256 of the Encrypt Key (fact sheet §1.3). */
export function aesKeyOf(encryptKey: string): Buffer {
  return createHash('sha256').update(encryptKey).digest();
}

/** AES-256-CBC, the IV in the first 16 bytes (fact sheet §1.3); undefined when the blob is not one of this key. */
export function decrypt(key: Buffer, blob: string): Buffer | undefined {
  const bytes = Buffer.from(blob, 'base64');
  if (bytes.length < 2 * blockBytes || bytes.length % blockBytes !== 0) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, blockBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(blockBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
