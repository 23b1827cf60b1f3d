import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { WriteMeta } from '../document-store.ts';
import type { Change } from '../memory/change.ts';
import { readyText } from '../memory/ready-docs.ts';
import { type ChainEnd, checksumText, headOf } from './line.ts';

/** From so many changes on a line is made in slices. */
export const largeFrom = 500;

/** Characters between two turns of the loop: some milliseconds of encoding and hashing. */
const sliceLength = 500_000;

/** The same line as `nextLine`, in pieces and with turns for everything else between them: tens of megabytes would hold the loop for half a second. */
export async function nextLargeLine(end: ChainEnd, meta: WriteMeta, changes: readonly Change[]) {
  const head = headOf(end, meta);
  const pieces: Buffer[] = [];
  let crc = 0;
  for (const text of slicesOf(head, changes)) {
    const piece = Buffer.from(text);
    crc = crc32(piece, crc);
    pieces.push(piece);
    await turn();
  }
  pieces.unshift(Buffer.from(`${checksumText(crc)} `));
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    await turn();
  }
  const next: ChainEnd = { seq: head.seq, head: hash.digest('hex'), at: meta.at };
  return { bytes: [...pieces, Buffer.from('\n')], end: next };
}

function* slicesOf(head: object, changes: readonly Change[]): Generator<string> {
  let texts = [JSON.stringify(head).slice(0, -1), ',"ops":['];
  let length = 0;
  let separator = '';
  for (const { name, id, doc } of changes) {
    const text = readyText(doc) ?? JSON.stringify(doc);
    texts.push(separator, `[${JSON.stringify(name)},${JSON.stringify(id)},`, text, ']');
    separator = ',';
    length += text.length;
    if (length < sliceLength) continue;
    yield texts.join('');
    texts = [];
    length = 0;
  }
  yield [...texts, ']}'].join('');
}
