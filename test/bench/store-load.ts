import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Report } from '#src/domain/assessment/records/report.ts';
import { silentLog } from '#src/shared/log.ts';
import type { DocumentStore, WriteTx } from '#src/store/document-store.ts';
import { openJsonFileStore } from '#src/store/json-file/open-json-file-store.ts';
import { demonstration } from './big-district.ts';

/** What the journal line of a write of the bench says. */
export const meta = { at: '2026-11-22T09:00:00+08:00', who: 'system', what: 'bench' };

/** Runs with a folder of its own that is removed afterwards. */
export async function inFolder<T>(run: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'strong-bench-'));
  try {
    return await run(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const demo = demonstration();

/** The n-th report: the demonstration's of 2026, then the same of the years before. */
export function reportOf(n: number): Report {
  const like = demo.reports[n % demo.reports.length];
  if (!like) throw new Error('the demonstration has no reports');
  const year = 2026 - Math.floor(n / demo.reports.length);
  return { ...like, id: `R${String(n).padStart(7, '0')}`, period: like.period.replace('2026', String(year)) };
}

/** How many reports make so many megabytes of `db.json`. */
export function reportsFor(megabytes: number): number {
  const sample = Array.from({ length: 500 }, (_, n) => JSON.stringify(reportOf(n)).length + 2);
  return Math.round((megabytes * 1e6) / (sample.reduce((sum, each) => sum + each) / sample.length));
}

/** Opens the production store of a folder. */
export function openStore(dir: string, compactBytes?: number): Promise<DocumentStore> {
  const more = compactBytes === undefined ? {} : { compactBytes };
  return openJsonFileStore({ dir, mode: 'production', log: silentLog, ...more });
}

async function putReports(store: DocumentStore, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 2_000) {
    await store.write(meta, async (tx) => {
      for (let n = at; n < Math.min(at + 2_000, to); n += 1) await tx.put('reports', reportOf(n));
    });
  }
}

async function putDistrict(tx: WriteTx): Promise<void> {
  for (const each of demo.units) await tx.put('units', each);
  for (const each of demo.tracks) await tx.put('tracks', each);
  for (const each of demo.indicators) await tx.put('indicators', each);
  for (const each of demo.taskForces) await tx.put('task_forces', each);
  for (const each of demo.assignments) await tx.put('assignments', each);
  for (const each of demo.benchmarks) await tx.put('benchmarks', each);
  for (const each of demo.adjustments) await tx.put('adjustments', each);
}

/** Fills a new folder with the demonstration district and this many reports, all in the snapshot. */
export async function fillFolder(dir: string, reports: number): Promise<void> {
  const store = await openStore(dir, Number.MAX_SAFE_INTEGER);
  await store.write(meta, putDistrict);
  await putReports(store, 0, reports);
  await store.close();
}

/** Leaves `copy` as a kill would: the folder with so many more reports that only the journal has, one a line. */
export async function killedWhileWriting(dir: string, copy: string, more: { from: number; to: number }) {
  const store = await openStore(dir, Number.MAX_SAFE_INTEGER);
  const writes = [];
  for (let n = more.from; n < more.to; n += 1)
    writes.push(store.write(meta, (tx) => tx.put('reports', reportOf(n))));
  await Promise.all(writes);
  await cp(dir, copy, { recursive: true, filter: (path) => !path.includes('LOCK.') });
  await store.close();
}

/** What a closed loop of writers reached. */
export interface Reached {
  readonly perSecond: number;
  /** Event-loop delay beyond the timer's own millisecond, ms. */
  readonly delayP99: number;
  readonly delayMax: number;
}

/** Lets so many writers write one after the other for a time; every write they began is waited for and counted. */
export async function closedLoop(
  load: { writers: number; forMs: number },
  write: (n: number) => Promise<unknown>,
): Promise<Reached> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let begun = 0;
  const since = performance.now();
  const writer = async () => {
    while (performance.now() - since < load.forMs) {
      begun += 1;
      await write(begun);
    }
  };
  delay.enable();
  await Promise.all(Array.from({ length: load.writers }, writer));
  delay.disable();
  const perSecond = (begun * 1_000) / (performance.now() - since);
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - 1);
  return { perSecond, delayP99: beyond(delay.percentile(99)), delayMax: beyond(delay.max) };
}

/** The n-th write of a loop: a new report. */
export const written = (n: number): Report => ({ ...reportOf(n), id: `W${String(n).padStart(7, '0')}` });
