import { execFile } from 'node:child_process';
import { cp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchPart, BenchRow } from './bench-row.ts';
import { atMost, figure, median, sentence } from './bench-rows.ts';
import { fillFolder, inFolder, killedWhileWriting, reportsFor } from './store-load.ts';

const child = fileURLToPath(new URL('start-up-child.ts', import.meta.url));
const run = promisify(execFile);

const measuredSchema = z.object({
  opened: z.number(),
  ready: z.number(),
  ranking: z.number(),
  rss: z.number(),
  rssRanked: z.number(),
  reports: z.number(),
  units: z.literal(48),
});

/** Of a copy: closing takes the journal into the snapshot, and the next start would have none to replay. */
async function start(dir: string) {
  const copy = `${dir}.copy`;
  await cp(dir, copy, { recursive: true });
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', child, copy]);
    return measuredSchema.parse(JSON.parse(stdout));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Three starts in processes of their own, or one; every figure is the middle one. */
async function starts(dir: string, quick: boolean) {
  const all = [await start(dir)];
  while (!quick && all.length < 3) all.push(await start(dir));
  const of = (key: Exclude<keyof (typeof all)[number], 'units'>) => median(all.map((each) => each[key]));
  return {
    ready: of('ready'),
    ranking: of('ranking'),
    rss: of('rss'),
    rssRanked: of('rssRanked'),
    reports: of('reports'),
  };
}

const megabyte = 1e6;

/** Start with 200,000 reports, a tenth of them in the journal after a kill, to ready for the first ranking; and memory at 60 MB of data. */
export const startUp: BenchPart = async (tell, { quick }) => {
  const rows: BenchRow[] = [];
  const add = (row: BenchRow) => {
    rows.push(row);
    tell(sentence(row));
  };
  const reports = quick ? 20_000 : 200_000;
  const inJournal = reports / 10;
  await inFolder(async (dir) => {
    const [first, killed, sixty] = [join(dir, 'first'), join(dir, 'killed'), join(dir, 'sixty')];
    await fillFolder(first, reports - inJournal);
    await killedWhileWriting(first, killed, { from: reports - inJournal, to: reports });
    const started = await starts(killed, quick);
    if (started.reports !== reports) throw new Error(`${started.reports} of ${reports} reports were there`);
    add(
      atMost(
        `start with ${reports} reports, a tenth of them in the journal, to ready`,
        started.ready / 1_000,
        { limit: 3, unit: 's' },
      ),
    );
    add(figure('the first ranking after that start, ms', started.ranking));
    await fillFolder(sixty, reportsFor(quick ? 6 : 60));
    const { size } = await stat(join(sixty, 'db.json'));
    const loaded = await starts(sixty, quick);
    add(figure('db.json for the memory row, MB', size / megabyte));
    add(
      atMost(`resident memory at ${quick ? 6 : 60} MB of data, loaded`, loaded.rss / megabyte, {
        limit: 350,
        unit: 'MB',
      }),
    );
    add(figure('resident memory after the first ranking, MB', loaded.rssRanked / megabyte));
  });
  return rows;
};
