import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../shared/time.ts';
import type { StoreMode } from '../document-store.ts';
import type { Line } from '../journal/line.ts';
import { type VerifiedChain, verifyChain } from '../journal/verify-chain.ts';
import { anyCollection, isCollectionName } from '../memory/any-collection.ts';
import { storeErrors } from '../store-errors.ts';
import { parseSnapshot, type Snapshot } from './snapshot-format.ts';

/** What a folder was found to hold. */
export interface FolderFacts extends VerifiedChain {
  readonly mode: StoreMode;
  /** Journal time of the newest line. */
  readonly lastAt: Instant | undefined;
  /** Collection → documents. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Collection → id → document. */
export type State = Map<string, Map<string, unknown>>;

/** Applies a journal line to a state. */
export function applyLine(state: State, { ops }: Pick<Line, 'ops'>): void {
  for (const [name, id, doc] of ops) {
    const docs = state.get(name) ?? new Map<string, unknown>();
    if (doc === null) docs.delete(id);
    else docs.set(id, doc);
    state.set(name, docs);
  }
}

/** The state that a snapshot holds. */
export function stateOf({ collections }: Snapshot, dir: string): State {
  const state: State = new Map();
  for (const [name, docs] of collections) {
    if (!isCollectionName(name)) throw storeErrors.unknownCollection(dir, name);
    const { id } = anyCollection[name];
    state.set(name, new Map([...docs].map((doc) => [id(doc), doc])));
  }
  return state;
}

/** Reads and checks `db.json`; throws `storeErrors`. */
export async function readSnapshotOf(dir: string): Promise<Snapshot> {
  const bytes = await readFile(join(dir, 'db.json')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw storeErrors.missingSnapshot(dir);
    throw cause;
  });
  return parseSnapshot(bytes, dir);
}

/** A product that runs meanwhile may move a segment to the archive between two looks. */
const looks = 5;

/**
 * Checks a folder that is in use or not, and changes nothing: the seal of `db.json`, every line of the journal from the first, and that
 * `db.json` is what the journal says. Throws one of `storeErrors` at the first bad place.
 */
export async function verifyFolder(dir: string): Promise<FolderFacts> {
  for (let look = 1; ; look += 1) {
    try {
      return await lookThrough(dir);
    } catch (cause) {
      const moved = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      if (!moved || look === looks) throw cause;
    }
  }
}

async function lookThrough(dir: string): Promise<FolderFacts> {
  const snapshot = await readSnapshotOf(dir);
  const state: State = new Map();
  let lastAt: Instant | undefined;
  let known = snapshot.seq === 0;
  const chain = await verifyChain(dir, (line, { seq, head }) => {
    applyLine(state, line);
    lastAt = line.at;
    if (seq !== snapshot.seq) return;
    known = true;
    if (head !== snapshot.head) throw storeErrors.corruptSnapshot(dir, '与日志的哈希链不符');
    compare(dir, stateOf(snapshot, dir), state);
  });
  if (!known)
    throw storeErrors.corruptSnapshot(dir, `日志只到第 ${chain.lines} 条，它却到第 ${snapshot.seq} 条`);
  const counts = Object.fromEntries([...state].map(([name, docs]) => [name, docs.size]));
  return { ...chain, mode: snapshot.mode, lastAt, counts };
}

function compare(dir: string, snapshot: State, journal: State): void {
  for (const name of new Set([...snapshot.keys(), ...journal.keys()])) {
    const [has, should] = [snapshot.get(name) ?? new Map(), journal.get(name) ?? new Map()];
    for (const id of new Set([...has.keys(), ...should.keys()])) {
      if (!isDeepStrictEqual(has.get(id), should.get(id))) {
        throw storeErrors.corruptSnapshot(dir, `与日志不符：${name} ${id}`);
      }
    }
  }
}
