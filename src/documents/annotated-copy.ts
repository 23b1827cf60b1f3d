import type { ImportPlan } from '#src/domain/import/import-plan.ts';
import { startWorker } from './start-worker.ts';

/** What is marked in the copy. */
export type Annotations = Pick<ImportPlan, 'problems' | 'held' | 'unlisted'>;

interface Files {
  put(bytes: Uint8Array): Promise<string>;
}

interface Original {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** A worker's last message. */
export type Annotated = { readonly bytes: Uint8Array } | { readonly failed: string };

const longestMs = 120_000;

function annotate(bytes: Uint8Array, annotations: Annotations): Promise<Uint8Array> {
  const worker = startWorker(new URL('./annotate-worker.ts', import.meta.url));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('annotating took too long')), longestMs);
    worker.once('message', (message: Annotated) => {
      if ('bytes' in message) resolve(message.bytes);
      else reject(new Error(`annotating failed: ${message.failed}`));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the worker ended'));
    });
  });
  const { problems, held, unlisted } = annotations;
  worker.postMessage({ bytes, annotations: { problems, held, unlisted } });
  return done.finally(() => worker.terminate());
}

/** Marks in a copy of the workbook all that is wrong with it, in a worker thread, and keeps the copy, to be sent as a file. */
export async function annotatedCopy(
  files: Files,
  { bytes, name }: Original,
  annotations: Annotations,
): Promise<{ hash: string; name: string }> {
  const copy = await annotate(bytes, annotations);
  return { hash: await files.put(copy), name: `批注_${name.slice(-100)}` };
}
