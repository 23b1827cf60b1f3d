import { Worker } from 'node:worker_threads';

const mostMegabytes = 900;
/** Cells come and go by the million: with little room for young objects half the time is garbage collection. */
const youngMegabytes = 96;

/** A worker thread that runs a module of our own TypeScript, wherever we were started from. */
export function startWorker(module: URL): Worker {
  return new Worker(new URL('./worker-start.mjs', import.meta.url), {
    execArgv: [],
    workerData: module.href,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
}
