import { setTimeout as pause } from 'node:timers/promises';

interface Open {
  /** One arrival; its latency from the posting in ms. */
  readonly turn: (number: number) => Promise<number>;
  readonly perSecond: number;
  readonly ms: number;
}

/** What arrivals at a steady rate came to. */
export interface OpenRound {
  /** From when each was due, not from when it was posted: a queue before the door counts. */
  readonly latencies: readonly number[];
  readonly failures: readonly string[];
}

/** Lets somebody arrive at a steady rate, whether or not those before have been served: a closed loop would hide that they wait. */
export async function openLoop({ turn, perSecond, ms }: Open): Promise<OpenRound> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const open: Promise<void>[] = [];
  const beganMs = performance.now();
  const count = Math.round((perSecond * ms) / 1000);
  for (let number = 0; number < count; number += 1) {
    const dueMs = beganMs + (number * 1000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 1) await pause(waitMs);
    const lateMs = performance.now() - dueMs;
    open.push(
      turn(number).then(
        (latency) => void latencies.push(latency + Math.max(0, lateMs)),
        (cause: unknown) => void failures.push(String(cause)),
      ),
    );
  }
  await Promise.all(open);
  return { latencies, failures };
}
