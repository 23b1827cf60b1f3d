import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { WriteMeta } from '../document-store.ts';
import { type ChainEnd, checksumText, headOf, type Operation } from './line.ts';
import { inPieces } from './pieces.ts';

/** From so many operations on a line is made in slices. */
export const largeFrom = 500;

/** The same line as `nextLine`, in pieces and with turns for everything else between them: tens of megabytes would hold the loop for half a second. */
export async function nextLargeLine(end: ChainEnd, meta: WriteMeta, ops: readonly Operation[]) {
  const head = headOf(end, meta);
  const pieces: Buffer[] = [];
  let crc = 0;
  for (const piece of inPieces(partsOf(head, ops))) {
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

const comma = Buffer.from(',');

function* partsOf(head: object, ops: readonly Operation[]): Generator<Buffer> {
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"ops":[`);
  for (const [index, operation] of ops.entries()) {
    if (index > 0) yield comma;
    yield Buffer.from(JSON.stringify(operation));
  }
  yield Buffer.from(']}');
}
