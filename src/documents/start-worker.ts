import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

const mostMegabytes = 900;

/** A worker of our own TypeScript, wherever we were started from. */
export function startWorker(file: URL): Worker {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return new Worker(file, {
    execArgv: ['--import', loader],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
}
