import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../shared/time.ts';
import type { StoreMode } from '../document-store.ts';
import { storeErrors } from '../store-errors.ts';
import { readCollections } from './snapshot-lines.ts';

/** The format number this version writes; a higher one is refused. */
const snapshotFormat = 1;

/** What `db.json` says about itself. */
interface SnapshotHead {
  readonly mode: StoreMode;
  /** The first segment whose lines are not contained. */
  readonly gen: number;
  /** Number and hash of the newest contained line. */
  readonly seq: number;
  readonly head: string;
  readonly lastAt: Instant | null;
}

/** The whole state at one line of the journal. Collections are iterated once, as they are written. */
export interface Snapshot extends SnapshotHead {
  readonly collections: Iterable<readonly [name: string, docs: Iterable<unknown>]>;
}

const headSchema = z.object({ format: z.number().int() });

const fileSchema = z.object({
  mode: z.enum(['demo', 'production']),
  gen: z.number().int(),
  seq: z.number().int(),
  head: z.string(),
  lastAt: z.string().nullable(),
  collections: z.record(z.string(), z.array(z.unknown())),
});

const opening = '"collections": {';

/** The text of `db.json` without its seal, in small pieces: one document a line. */
export function* snapshotText(snapshot: Snapshot): Generator<string> {
  const { mode, gen, seq, head, lastAt } = snapshot;
  const facts = Object.entries({ format: snapshotFormat, mode, gen, seq, head, lastAt });
  yield `{\n${facts.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join('')}`;
  yield opening;
  let separator = '\n';
  for (const [name, docs] of snapshot.collections) {
    yield `${separator}${JSON.stringify(name)}: [`;
    yield* linesOf(docs);
    yield '\n]';
    separator = ',\n';
  }
  yield '\n},\n';
}

function* linesOf(docs: Iterable<unknown>): Generator<string> {
  let separator = '\n';
  for (const doc of docs) {
    yield `${separator}${JSON.stringify(doc)}`;
    separator = ',\n';
  }
}

/** The end of `db.json`: the SHA-256 of all text before it, so that a damaged or edited file is noticed. */
export function sealOf(sha256: string): string {
  return `"sha256": "${sha256}"\n}\n`;
}

const sealLength = sealOf('0'.repeat(64)).length;

/** Reads `db.json`; throws `storeErrors.corruptSnapshot` or `storeErrors.newerFormat`. */
export function parseSnapshot(bytes: Buffer, dir: string): Snapshot {
  const body = bytes.subarray(0, -sealLength);
  const isWhole = bytes.toString('latin1', body.length) === sealOf(hash('sha256', body));
  const own = isWhole ? readOwn(body) : undefined;
  return own ?? readAny(bytes, { dir, isWhole });
}

/** What the seal proves to be what this program wrote is not checked once more, and read by the line: undefined when it is not laid out so. */
function readOwn(body: Buffer): Snapshot | undefined {
  const start = body.indexOf(opening);
  if (start === -1) return undefined;
  const facts: unknown = JSON.parse(`${body.toString('utf8', 0, start)}"collections": {}}`);
  const format = headSchema.safeParse(facts);
  if (!format.success || format.data.format !== snapshotFormat) return undefined;
  const head = fileSchema.safeParse(facts);
  return head.success
    ? { ...head.data, collections: readCollections(body, start + opening.length) }
    : undefined;
}

function readAny(bytes: Buffer, { dir, isWhole }: { dir: string; isWhole: boolean }): Snapshot {
  const json = parseJson(bytes, dir);
  const head = headSchema.safeParse(json);
  if (head.success && head.data.format > snapshotFormat) throw storeErrors.newerFormat(dir, head.data.format);
  if (!isWhole) throw storeErrors.corruptSnapshot(dir, '校验和不符');
  const file = fileSchema.safeParse(json);
  if (!file.success) throw storeErrors.corruptSnapshot(dir, '结构不符');
  return { ...file.data, collections: Object.entries(file.data.collections) };
}

function parseJson(bytes: Buffer, dir: string): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw storeErrors.corruptSnapshot(dir, '不是完整的 JSON');
  }
}
