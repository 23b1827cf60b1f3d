import { parentPort } from 'node:worker_threads';
import { annotate } from './annotate-workbook.ts';
import type { Annotated } from './annotated-copy.ts';
import type { Annotations } from './annotations.ts';

interface Work {
  readonly bytes: Uint8Array;
  readonly annotations: Annotations;
}

async function done({ bytes, annotations }: Work): Promise<Annotated> {
  try {
    return { bytes: await annotate(bytes, annotations) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.once('message', async (work: Work) => parentPort?.postMessage(await done(work)));
