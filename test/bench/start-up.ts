import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
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

async function start(dir: string) {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', child, dir]);
  return measuredSchema.parse(JSON.parse(stdout));
}

/** Three starts in processes of their own; every figure is the middle one. */
async function starts(dir: string) {
  const all = [await start(dir), await start(dir), await start(dir)];
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
const reports = 200_000;
const inJournal = 20_000;

/** Start with 200,000 reports, a tenth of them in the journal after a kill, to ready for the first ranking; and memory at 60 MB of data. */
export const startUp: BenchPart = async (tell) => {
  const rows: BenchRow[] = [];
  const add = (row: BenchRow) => {
    rows.push(row);
    tell(sentence(row));
  };
  await inFolder(async (dir) => {
    const [first, killed, sixty] = [join(dir, 'first'), join(dir, 'killed'), join(dir, 'sixty')];
    await fillFolder(first, reports - inJournal);
    await killedWhileWriting(first, killed, { from: reports - inJournal, to: reports });
    const started = await starts(killed);
    if (started.reports !== reports) throw new Error(`${started.reports} of ${reports} reports were there`);
    add(
      atMost(
        'start with 200,000 reports (180,000 snapshot, 20,000 journal) to ready',
        started.ready / 1_000,
        { limit: 3, unit: 's' },
      ),
    );
    add(figure('the first ranking after that start, ms', started.ranking));
    await fillFolder(sixty, reportsFor(60));
    const { size } = await stat(join(sixty, 'db.json'));
    const loaded = await starts(sixty);
    add(figure('db.json for the memory row, MB', size / megabyte));
    add(
      atMost('resident memory at 60 MB of data, loaded', loaded.rss / megabyte, { limit: 350, unit: 'MB' }),
    );
    add(figure('resident memory after the first ranking, MB', loaded.rssRanked / megabyte));
  });
  return rows;
};
