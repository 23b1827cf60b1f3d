import { setImmediate as turn } from 'node:timers/promises';

/** Runs one piece of work after another, in the order of asking. */
export interface Mutex {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** So long, in ms, pieces follow each other without letting anything else of the process have its turn. */
const stretchMs = 5;

/** A mutex; work that throws does not stop the work behind it. */
export function createMutex(): Mutex {
  let tail: Promise<unknown> = Promise.resolve();
  let turnedMs = performance.now();
  // Fifty presses that wait for each other would otherwise be one long stretch in which no request is read.
  const breath = async () => {
    if (performance.now() - turnedMs < stretchMs) return;
    await turn();
    turnedMs = performance.now();
  };
  return {
    run(work) {
      const result = tail.then(breath).then(work);
      tail = result.catch(() => undefined);
      return result;
    },
  };
}
