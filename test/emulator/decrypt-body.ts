import { createDecipheriv, createHash } from 'node:crypto';

/** Decrypts a sealed event with nothing of ours, as the fact sheet §1.3 says. */
export function decryptBody(encryptKey: string, body: string): unknown {
  const blob = Buffer.from((JSON.parse(body) as { encrypt: string }).encrypt, 'base64');
  const key = createHash('sha256').update(encryptKey).digest();
  const decipher = createDecipheriv('aes-256-cbc', key, blob.subarray(0, 16));
  return JSON.parse(Buffer.concat([decipher.update(blob.subarray(16)), decipher.final()]).toString());
}

/** The signature the platform would send (fact sheet §1.4). */
export function expectedSignature(
  encryptKey: string,
  parts: { timestamp: string; nonce: string; body: string },
): string {
  return createHash('sha256')
    .update(parts.timestamp + parts.nonce + encryptKey + parts.body)
    .digest('hex');
}
