import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../shared/time.ts';
import type { StoreMode } from '../document-store.ts';
import { storeErrors } from '../store-errors.ts';

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

/** The text of `db.json` without its seal, in small pieces: one document a line. */
export function* snapshotText(snapshot: Snapshot): Generator<string> {
  const { mode, gen, seq, head, lastAt } = snapshot;
  const facts = Object.entries({ format: snapshotFormat, mode, gen, seq, head, lastAt });
  yield `{\n${facts.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join('')}`;
  yield '"collections": {';
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
  const json = parseJson(bytes, dir);
  const head = headSchema.safeParse(json);
  if (head.success && head.data.format > snapshotFormat) throw storeErrors.newerFormat(dir, head.data.format);
  const body = bytes.subarray(0, -sealLength);
  const seal = sealOf(createHash('sha256').update(body).digest('hex'));
  if (bytes.toString('latin1', body.length) !== seal) throw storeErrors.corruptSnapshot(dir, '校验和不符');
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
