import type { BenchPart } from './bench-row.ts';
import { eventsBench } from './events.ts';

/** What `npm run bench` runs, in this order; the name is what `--only` takes. */
export const parts: Readonly<Record<string, BenchPart>> = {
  events: eventsBench,
};
