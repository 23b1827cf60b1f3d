import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Instant } from '../../shared/time.ts';
import type { WriteMeta } from '../document-store.ts';
import type { Change } from './change.ts';

/** What a transaction did to one document: collection, id and the whole document, null when it was removed. Or a batch (`batch-file.ts`). */
export type Operation = readonly [name: string, id: string, doc: unknown];

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

/** A CRC-32 as a line begins with it. */
export function checksumText(crc: number): string {
  return crc.toString(16).padStart(checksumLength, '0');
}

/** A JSON text as a line: its checksum, a blank, the text, a line feed. */
export function checkedLine(json: string): Buffer {
  const bytes = Buffer.allocUnsafe(prefixLength + Buffer.byteLength(json) + 1);
  bytes.write(json, prefixLength);
  bytes.write(`${checksumText(crc32(bytes.subarray(prefixLength, -1)))} `, 'latin1');
  bytes[bytes.length - 1] = lineFeed;
  return bytes;
}

/** The JSON text of a line (without its line feed); throws an Error when the checksum is not its. */
export function checkedJson(text: Buffer): string {
  const json = text.subarray(prefixLength);
  if (text.toString('latin1', 0, prefixLength) !== `${checksumText(crc32(json))} `)
    throw new Error('校验和不符');
  return json.toString();
}

/** What a line says before its operations, in the order in which it says it. */
export function headOf(end: ChainEnd, { at, who, what, why, event }: WriteMeta) {
  return { seq: end.seq + 1, at, who, what, why, event, prev: end.head };
}

/** What a line says of a change. */
export function operationOf({ name, id, doc }: Change): Operation {
  return [name, id, doc];
}

/** The line that comes next, as bytes with its line feed, and where the chain then ends. */
export function nextLine(end: ChainEnd, meta: WriteMeta, ops: readonly Operation[]) {
  const head = headOf(end, meta);
  const bytes = checkedLine(JSON.stringify({ ...head, ops }));
  const next: ChainEnd = { seq: head.seq, head: hashOf(bytes.subarray(0, -1)), at: meta.at };
  return { bytes, end: next };
}

/** Reads a line (without its line feed) that must follow `end`; throws an Error that says in Chinese what is wrong with it. */
export function readLine(text: Buffer, end: ChainEnd): { line: Line; end: ChainEnd } {
  const line: Line = JSON.parse(checkedJson(text));
  if (line.seq !== end.seq + 1) throw new Error(`序号应为 ${end.seq + 1}，实为 ${line.seq}`);
  if (line.prev !== end.head) throw new Error('与上一行的哈希链不符');
  return { line, end: { seq: line.seq, head: hashOf(text), at: line.at } };
}

function hashOf(text: Buffer): string {
  return hash('sha256', text);
}
