import { arrivalsBench } from './arrivals.ts';
import type { BenchPart } from './bench-row.ts';
import { eventsBench } from './events.ts';
import { pacedEventsBench } from './events-paced.ts';
import { reportsBench } from './reports.ts';

/** What `npm run bench` runs, in this order; the name is what `--only` takes. */
export const parts: Readonly<Record<string, BenchPart>> = {
  events: eventsBench,
  'events-paced': pacedEventsBench,
  reports: reportsBench,
  arrivals: arrivalsBench,
};
