import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, stat, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Log, silentLog } from '../../shared/log.ts';
import { type Instant, instantOf } from '../../shared/time.ts';
import type { StoreMode } from '../document-store.ts';
import { machineDisk, syncFolder } from '../journal/disk.ts';
import { type ChainEnd, emptyChain, nextLine } from '../journal/line.ts';
import { archiveSegments, listSegments, locateSegments, segmentName } from '../journal/segments.ts';
import { isCollectionName } from '../memory/any-collection.ts';
import { storeErrors } from '../store-errors.ts';
import { batchesIn } from './batch-files.ts';
import { lockFolder } from './folder-lock.ts';
import { type Salvage, salvage } from './salvage.ts';
import { SnapshotFile } from './snapshot-file.ts';
import type { Snapshot } from './snapshot-format.ts';
import { applyLine, readSnapshotOf, type State, stateOf } from './verify-folder.ts';

/** What a repair would do, or has done. */
export interface Repair extends Pick<Salvage, 'bad' | 'lost' | 'mended'> {
  /** Why `db.json` is not to be trusted; undefined: it is whole. */
  readonly snapshot: string | undefined;
  /** Transactions behind the damage that are kept. */
  readonly kept: number;
  /** Where the damaged files were laid; undefined: nothing was done. */
  readonly beside: string | undefined;
}

/** How to repair. */
export interface Repairing {
  /** False: only say what would be done. */
  readonly go: boolean;
  /** For a `db.json` that no longer says it. */
  readonly mode?: StoreMode | undefined;
  readonly log?: Log;
}

/**
 * Makes a damaged folder openable. What can be read is kept: `db.json` is rebuilt from the journal, lines behind a damaged one are put
 * behind what is whole, chained anew, after a line that says what is missing. Damaged files are laid beside, never deleted. Throws
 * `storeErrors.locked` when the product is running, `storeErrors.unknownMode`.
 */
export async function repairFolder(dir: string, { go, mode, log = silentLog }: Repairing): Promise<Repair> {
  if (!existsSync(dir)) throw storeErrors.noStore(dir);
  const lock = await lockFolder(dir, log);
  try {
    const finding = await look(dir);
    const { snapshot, found, broken } = finding;
    const { bad, lost, mended, behind } = found;
    const repair = { snapshot: broken, bad, lost, mended, kept: behind.length };
    if (!go || (!bad && !broken)) return { ...repair, beside: undefined };
    const known = snapshot?.mode ?? mode ?? (await modeIn(dir));
    if (!known) throw storeErrors.unknownMode(dir);
    return { ...repair, beside: await rebuild(dir, { ...finding, mode: known }) };
  } finally {
    await lock.release();
  }
}

interface Finding {
  readonly snapshot: Snapshot | undefined;
  readonly broken: string | undefined;
  readonly found: Salvage;
  /** With all that is readable. */
  readonly state: State;
}

async function look(dir: string): Promise<Finding> {
  let broken: string | undefined;
  const snapshot = await readSnapshotOf(dir).catch((cause: Error & { code?: string; say?: string }) => {
    if (cause.code !== 'store_corrupt') throw cause;
    broken = cause.say;
    return undefined;
  });
  const state: State = snapshot ? stateOf(snapshot, dir) : new Map();
  const from: ChainEnd = snapshot
    ? { seq: snapshot.seq, head: snapshot.head, at: snapshot.lastAt ?? undefined }
    : emptyChain;
  const each = (line: Parameters<typeof applyLine>[1]) => applyLine(state, line);
  const found = await salvage(dir, { first: snapshot?.gen ?? 1, from, each });
  return { snapshot, broken, found, state };
}

/** What a damaged `db.json` still says of itself. */
async function modeIn(dir: string): Promise<StoreMode | undefined> {
  const text = await readFile(join(dir, 'db.json'), 'latin1').catch(() => '');
  const said = /"mode": "(demo|production)"/.exec(text.slice(0, 300))?.[1];
  return said === 'demo' || said === 'production' ? said : undefined;
}

async function rebuild(dir: string, finding: Finding & { mode: StoreMode }): Promise<string> {
  const { found, state, mode } = finding;
  const at = instantOf(Date.now());
  const beside = join(dir, `damaged-${at.slice(0, 19).replaceAll(/\D/g, '')}`);
  await copyBeside(dir, beside, found);
  const newest = found.bad?.number ?? Math.max(1, ...found.numbers);
  if (found.torn > 0 && !found.bad) await cutTorn(dir, newest, found.torn);
  const end = found.bad ? await rewriteSegment(dir, { found, bad: found.bad, at, beside }) : found.end;
  const begun = (await batchesIn(dir)).map((batch) => batch.begun);
  const gen = 1 + Math.max(newest, ...found.numbers, ...begun);
  // No number is given twice: a start removes the batches that were begun in a segment it reads and are named in none.
  for (let number = newest + 1; number <= gen; number += 1)
    await (await machineDisk.open(join(dir, segmentName(number)), 'w')).close();
  const file = new SnapshotFile(dir, machineDisk);
  file.hurry();
  const collections = [...state].filter(([name]) => isCollectionName(name));
  await file.write({
    ...{ mode, gen, seq: end.seq, head: end.head, lastAt: end.at ?? null },
    collections: collections.map(([name, docs]) => [name, inOrder(docs)] as const),
  });
  await archiveSegments(machineDisk, dir, gen);
  return beside;
}

async function cutTorn(dir: string, number: number, bytes: number): Promise<void> {
  const path = join(dir, segmentName(number));
  await truncate(path, (await stat(path)).size - bytes);
}

function inOrder(docs: Map<string, unknown>): unknown[] {
  return [...docs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, doc]) => doc);
}

/** First of all, and synced: whatever happens to a repair, nothing that was there is gone. */
async function copyBeside(dir: string, beside: string, { bad }: Salvage): Promise<void> {
  await mkdir(beside, { mode: 0o700 });
  const segments = (await locateSegments(dir)).filter(({ number }) => bad && number >= bad.number);
  const paths = [join(dir, 'db.json'), ...segments.map(({ path }) => path)].filter(existsSync);
  for (const path of paths) {
    const copy = join(beside, basename(path));
    await copyFile(path, copy);
    const file = await machineDisk.open(copy, 'a');
    await file.sync();
    await file.close();
  }
  await syncFolder(machineDisk, beside);
  await syncFolder(machineDisk, dir);
}

interface Rewriting {
  readonly found: Salvage;
  readonly bad: { readonly number: number; readonly offset: number };
  readonly at: Instant;
  readonly beside: string;
}

/** The damaged segment anew: its whole lines, a line that says what is missing, and what could be read behind it. Later segments go into it. */
async function rewriteSegment(dir: string, { found, bad, at, beside }: Rewriting): Promise<ChainEnd> {
  const places = await locateSegments(dir);
  const damaged = places.find(({ number }) => number === bad.number);
  const whole = damaged ? (await readFile(damaged.path)).subarray(0, bad.offset) : Buffer.alloc(0);
  const why = `修复：${lostWords(found) || '没有丢失内容'}；原文件保留在 ${basename(beside)}`;
  const told = nextLine(found.end, { at: found.end.at ?? at, who: 'system', what: 'store.repair', why }, []);
  const lines = [told.bytes];
  let { end } = told;
  for (const { at: then, who, what, why: because, event, ops } of found.behind) {
    const about = because === undefined ? {} : { why: because };
    const meta = { at: then, who, what, ...about, ...(event === undefined ? {} : { event }) };
    const next = nextLine(end, meta, ops);
    lines.push(next.bytes);
    end = next.end;
  }
  const draft = join(dir, `${segmentName(bad.number)}.tmp`);
  const file = await machineDisk.open(draft, 'w');
  await file.append(Buffer.concat([whole, ...lines]));
  await file.sync();
  await file.close();
  for (const { path } of places.filter(({ number }) => number > bad.number)) {
    await rename(path, join(beside, basename(path)));
  }
  const archived = damaged !== undefined && !(await listSegments(dir)).includes(bad.number);
  await rename(draft, archived ? damaged.path : join(dir, segmentName(bad.number)));
  await syncFolder(machineDisk, dir);
  return end;
}

/** What is missing, in words for the operator; empty when nothing is. */
export function lostWords({ lost }: Pick<Salvage, 'lost'>): string {
  return lost
    .map(({ from, to, documents, some }) => {
      if (some !== undefined) return `第 ${from} 条缺 ${some} 份内容`;
      const numbers = from === to ? `第 ${from} 条` : `第 ${from} 至 ${to} 条`;
      return `缺 ${numbers}${documents.length > 0 ? `（可辨认：${documents.join('、')}）` : '（内容已无法辨认）'}`;
    })
    .join('；');
}
