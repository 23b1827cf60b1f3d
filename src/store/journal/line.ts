import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Instant } from '../../shared/time.ts';
import type { WriteMeta } from '../document-store.ts';
import type { Change } from '../memory/change.ts';

/** What a transaction did to one document: collection, id and the whole document, null when it was removed. */
type Operation = readonly [name: string, id: string, doc: unknown];

/** One transaction as the journal keeps it for ever. A change of this shape needs a new snapshot format number. */
export interface Line extends WriteMeta {
  /** 1, 2, 3 … over all segments. */
  readonly seq: number;
  /** SHA-256 (hex) of the line before, without its line feed. */
  readonly prev: string;
  readonly ops: readonly Operation[];
}

/** How far a journal has come: what the next line must link to. */
export interface ChainEnd {
  readonly seq: number;
  readonly head: string;
  readonly at: Instant | undefined;
}

/** The chain before the first line. */
export const emptyChain: ChainEnd = { seq: 0, head: '0'.repeat(64), at: undefined };

const checksumLength = 8;
const prefixLength = checksumLength + 1;
const lineFeed = 0x0a;

const checksum = (json: Buffer) => checksumText(crc32(json));

/** A CRC-32 as a line begins with it. */
export function checksumText(crc: number): string {
  return crc.toString(16).padStart(checksumLength, '0');
}

/** What a line says before its operations, in the order in which it says it. */
export function headOf(end: ChainEnd, { at, who, what, why, event }: WriteMeta) {
  return { seq: end.seq + 1, at, who, what, why, event, prev: end.head };
}

/** The line that comes next, as bytes with its line feed, and where the chain then ends. */
export function nextLine(end: ChainEnd, meta: WriteMeta, changes: readonly Change[]) {
  const ops = changes.map(({ name, id, doc }) => [name, id, doc]);
  const head = headOf(end, meta);
  const json = JSON.stringify({ ...head, ops });
  const bytes = Buffer.allocUnsafe(prefixLength + Buffer.byteLength(json) + 1);
  bytes.write(json, prefixLength);
  bytes.write(`${checksum(bytes.subarray(prefixLength, -1))} `, 'latin1');
  bytes[bytes.length - 1] = lineFeed;
  const next: ChainEnd = { seq: head.seq, head: hashOf(bytes.subarray(0, -1)), at: meta.at };
  return { bytes, end: next };
}

/** Reads a line (without its line feed) that must follow `end`; throws an Error that says in Chinese what is wrong with it. */
export function readLine(text: Buffer, end: ChainEnd): { line: Line; end: ChainEnd } {
  const json = text.subarray(prefixLength);
  if (text.toString('latin1', 0, prefixLength) !== `${checksum(json)} `) throw new Error('校验和不符');
  const line: Line = JSON.parse(json.toString());
  if (line.seq !== end.seq + 1) throw new Error(`序号应为 ${end.seq + 1}，实为 ${line.seq}`);
  if (line.prev !== end.head) throw new Error('与上一行的哈希链不符');
  return { line, end: { seq: line.seq, head: hashOf(text), at: line.at } };
}

function hashOf(text: Buffer): string {
  return hash('sha256', text);
}
