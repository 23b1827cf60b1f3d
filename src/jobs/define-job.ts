import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Reply } from '../reply/reply.ts';
import type { Log } from '../shared/log.ts';
import type { Instant } from '../shared/time.ts';
import type { WriteTx } from '../store/document-store.ts';

/** What a job gets; its transaction is one line in the journal, or none when it changes nothing. */
export interface JobContext {
  readonly tx: WriteTx;
  /** `context.now`. */
  readonly now: Instant;
  /** The machine's clock in epoch ms. */
  readonly machineMs: number;
  readonly log: Log;
  readonly calendar: WorkCalendar;
  /** The data are the demonstration's. */
  readonly demo: boolean;
  /** The newest line of the journal's chain. */
  readonly chainHead: () => { readonly seq: number; readonly head: string };
}

/** Something that happens by itself. */
export interface Job {
  /** What the journal says, e.g. `job.purge-inbox`. */
  readonly name: string;
  /** Milliseconds of the machine's clock from the end of one run to the next. */
  readonly every: number;
  /** What it returns is queued in the same transaction. */
  readonly run: (context: JobContext) => Promise<Pick<Reply, 'notices' | 'updates'> | undefined>;
}

/** Declares a job; add it to `index.ts` to have it run. */
export function defineJob(job: Job): Job {
  return { ...job, name: `job.${job.name}` };
}
