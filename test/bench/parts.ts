import { arrivalsBench } from './arrivals.ts';
import { bareBench } from './bare.ts';
import type { BenchPart } from './bench-row.ts';
import { eventsBench } from './events.ts';
import { pacedEventsBench } from './events-paced.ts';
import { importBench } from './import.ts';
import { postgres } from './postgres.ts';
import { ranking } from './ranking.ts';
import { reportsBench } from './reports.ts';
import { startUp } from './start-up.ts';
import { store } from './store.ts';

/** What `npm run bench` runs, in this order; the name is what `--only` takes. */
export const parts: Readonly<Record<string, BenchPart>> = {
  events: eventsBench,
  bare: bareBench,
  'events-paced': pacedEventsBench,
  reports: reportsBench,
  arrivals: arrivalsBench,
  store,
  postgres,
  ranking,
  'start-up': startUp,
  import: importBench,
};
