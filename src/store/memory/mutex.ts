import { setImmediate as turn } from 'node:timers/promises';

/** Runs one piece of work after another, in the order of asking. */
export interface Mutex {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** So long, in ms, pieces follow each other before everything else of the process has its turn. */
const stretchMs = 5;

/** A mutex; work that throws does not stop the work behind it. */
export function createMutex(): Mutex {
  let tail: Promise<unknown> = Promise.resolve();
  let workedMs = 0;
  // Fifty presses that wait for each other would otherwise be one long stretch in which no request is read.
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    if (workedMs >= stretchMs) {
      await turn();
      workedMs = 0;
    }
    const sinceMs = performance.now();
    try {
      return await work();
    } finally {
      workedMs += performance.now() - sinceMs;
    }
  };
  return {
    run(work) {
      const result = tail.then(() => timed(work));
      tail = result.catch(() => undefined);
      return result;
    },
  };
}
