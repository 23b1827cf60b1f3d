import PQueue from 'p-queue';

/** Work in order within a lane, lanes side by side up to a bound. */
export interface Lanes {
  /** Jobs must not reject. */
  add(lane: string, job: () => Promise<void>): void;
  /** Jobs that wait or run. */
  size(): number;
  /** Resolves when none waits or runs. */
  idle(): Promise<void>;
}

/** Builds lanes of which at most `concurrency` run at a time. */
export function createLanes(concurrency: number): Lanes {
  const pool = new PQueue({ concurrency });
  const tails = new Map<string, Promise<void>>();
  let size = 0;
  return {
    add(lane, job) {
      size += 1;
      const before = tails.get(lane) ?? Promise.resolve();
      const run = before
        .then(() => pool.add(job))
        .finally(() => {
          size -= 1;
          if (tails.get(lane) === run) tails.delete(lane);
        });
      tails.set(lane, run);
    },
    size: () => size,
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values());
    },
  };
}
