import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Report } from '#src/domain/assessment/records/report.ts';
import type { BenchPart, BenchRow } from './bench-row.ts';
import { atMost, beside, sentence } from './bench-rows.ts';
import {
  closedLoop,
  fillFolder,
  inFolder,
  meta,
  openStore,
  type Reached,
  reportOf,
  reportsFor,
  written,
} from './store-load.ts';

const sizes = [1, 10, 60];

/** How long each loop lasts. */
const loopMs = (quick: boolean) => (quick ? 300 : 2_500);
/** Small enough that a snapshot is made during every loop. */
const compactBytes = 2 * 1024 * 1024;

interface Load {
  readonly writers: readonly number[];
  readonly forMs: number;
}

async function ours(megabytes: number, { writers, forMs }: Load): Promise<Reached[]> {
  return inFolder(async (dir) => {
    await fillFolder(dir, reportsFor(megabytes));
    const store = await openStore(dir, compactBytes);
    const reached: Reached[] = [];
    for (const count of writers)
      reached.push(
        await closedLoop({ writers: count, forMs }, (n) =>
          store.write(meta, (tx) => tx.put('reports', written(n))),
        ),
      );
    await store.close();
    return reached;
  });
}

/** Stock lowdb: the same documents in one file, rewritten by every write; it syncs nothing. */
async function lowdb(megabytes: number, { writers, forMs }: Load): Promise<Reached[]> {
  return inFolder(async (dir) => {
    const reports = Array.from({ length: reportsFor(megabytes) }, (_, n) => reportOf(n));
    const db = new Low<{ reports: Report[] }>(new JSONFile(join(dir, 'db.json')), { reports });
    await db.write();
    const reached: Reached[] = [];
    for (const count of writers)
      reached.push(
        await closedLoop({ writers: count, forMs }, (n) => {
          db.data.reports.push(written(n));
          return db.write();
        }),
      );
    return reached;
  });
}

function flatness(name: string, rates: readonly number[]): BenchRow {
  return atMost(`${name}, fastest ÷ slowest size`, Math.max(...rates) / Math.min(...rates), {
    limit: 2,
    unit: 'times',
  });
}

/** Durable writes a second of the store, with snapshots being made, beside stock lowdb; and what they do to the event loop. */
export const store: BenchPart = async (tell, { quick }) => {
  const rows: BenchRow[] = [];
  const add = (row: BenchRow) => {
    rows.push(row);
    tell(sentence(row));
  };
  const writers = [1, 50];
  const load = { writers, forMs: loopMs(quick) };
  const rates = writers.map((): number[] => []);
  for (const megabytes of sizes) {
    const own = await ours(megabytes, load);
    const peer = await lowdb(megabytes, load);
    for (const [index, count] of writers.entries()) {
      const rate = own[index]?.perSecond ?? 0;
      rates[index]?.push(rate);
      const name = `durable writes/s, ${count} writers, ${megabytes} MB, beside lowdb (not durable)`;
      add(beside(name, rate, peer[index]?.perSecond ?? null));
    }
    if (megabytes !== 60) continue;
    const busy = own[1];
    const name = 'event-loop delay, 50 writers and snapshots at 60 MB';
    add(atMost(`${name}, p99`, busy?.delayP99 ?? Number.NaN, { limit: 20, unit: 'ms' }));
    add(atMost(`${name}, max`, busy?.delayMax ?? Number.NaN, { limit: 50, unit: 'ms' }));
  }
  for (const [index, count] of writers.entries())
    add(flatness(`durable writes/s, ${count} writers`, rates[index] ?? []));
  return rows;
};
