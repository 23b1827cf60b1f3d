import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Reply } from '../reply/reply.ts';
import { newReference } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { Instant } from '../shared/time.ts';
import type { DocumentStore, WriteTx } from '../store/document-store.ts';
import type { Job } from './define-job.ts';

/** What jobs run on. */
export interface SchedulerDeps {
  readonly store: DocumentStore;
  /** `context.now`. */
  readonly clock: () => Instant;
  readonly machineMs: () => number;
  readonly log: Log;
  readonly calendar: WorkCalendar;
  readonly demo: boolean;
  /** Puts what a job has to say into the outbox. */
  readonly queue: (tx: WriteTx, reply: Reply, at: Instant) => Promise<void>;
}

/** Runs the jobs in the background. */
export interface Scheduler {
  /** Runs each job once, then again and again. */
  start(): void;
  /** Starts no more runs; resolves when those under way are over. */
  stop(): Promise<void>;
}

/** One run in one transaction, with the one catch: a job that fails is tried again at its next turn. */
async function runOnce(job: Job, deps: SchedulerDeps): Promise<void> {
  const { store, clock, machineMs, log, calendar, demo, queue } = deps;
  const now = clock();
  try {
    const around = { log, calendar, demo, chainHead: () => store.trail.head() };
    await store.write({ at: now, who: 'system', what: job.name }, async (tx) => {
      const reply = await job.run({ tx, now, machineMs: machineMs(), ...around });
      if (reply) await queue(tx, reply, now);
    });
  } catch (cause) {
    log.error({ err: cause, job: job.name, reference: newReference() }, 'job failed');
  }
}

/** Builds the scheduler. The next run is planned when the last is over, so a job never overlaps itself. */
export function createScheduler(jobs: readonly Job[], deps: SchedulerDeps): Scheduler {
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let running = false;
  const run = (job: Job) => {
    const work = runOnce(job, deps).finally(() => {
      underWay.delete(work);
      if (running)
        timers.set(
          job.name,
          setTimeout(() => run(job), job.every),
        );
    });
    underWay.add(work);
  };
  return {
    start() {
      if (running) return;
      running = true;
      for (const job of jobs) run(job);
    },
    async stop() {
      running = false;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}
