import { hash, randomFillSync } from 'node:crypto';

/** Ids of the platform: `ou_…`, `oc_…`, `om_…`. Checked before one is put into a path (fact sheet §6.2: the SDK does not escape). */
export const platformId = /^[a-z]{2}_[A-Za-z0-9_-]{1,64}$/;

/** Keys of the platform's files and pictures: `file_v3_…`, `img_v3_…`. */
export const platformFileKey = /^(?:file|img)_[A-Za-z0-9_-]{1,128}$/;

const speakable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Random bytes are drawn in one go for many ids: a call for each costs more than the id. Used ones are wiped. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}

/** A new random id with a prefix that tells what it is, e.g. `draft_k3…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

function speak(bytes: Uint8Array): string {
  let spoken = '';
  for (const byte of bytes) spoken += speakable[byte % speakable.length];
  return spoken;
}

/** A code that cannot be guessed yet can be read out: letters and digits without 0 O 1 I. */
export function speakableCode(length: number): string {
  return speak(randomBytes(length));
}

/** Shorter ones are no code. */
const shortestCode = 8;
const codeLike = new RegExp(`(?:[${speakable}][\\s-]*){${shortestCode}}`, 'i');

/** Whether a text may hold a code that somebody typed, in any width and case, parted by spaces or hyphens. */
export function mayHoldCode(text: string): boolean {
  return codeLike.test(text.normalize('NFKC'));
}

/** The short number of an event, made from its id: the same in every log line of it, in the chat, and when it is taken up after a restart. */
export function referenceOf(event: string): string {
  return speak(hash('sha256', event, 'buffer').subarray(0, 6));
}

/** A short number for what belongs to no event, as a job's run. */
export function newReference(): string {
  return speakableCode(6);
}
