import { startWorker } from '../library/start-worker.ts';
import type { Annotations } from './annotations.ts';

interface Files {
  put(bytes: Uint8Array): Promise<string>;
}

interface Original {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly rows: number;
}

/** Beyond these a copy takes too long and too much memory to be waited for: the list alone is sent. */
const mostRows = 20_000;

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

/** The list of all problems as a workbook of its own. The library is loaded with the first one. */
async function listAlone(annotations: Annotations): Promise<Uint8Array> {
  const { problemList } = await import('./annotate-workbook.ts');
  return problemList(annotations);
}

/**
 * Marks in a copy of the workbook all that is wrong with it, in a worker thread, and keeps the copy, to be sent as a file. A workbook that
 * is too large for that, or that the library cannot write again, gets the list of its problems alone.
 */
export async function annotatedCopy(
  files: Files,
  { bytes, name, rows }: Original,
  annotations: Annotations,
): Promise<{ hash: string; name: string }> {
  const own = `${name.replace(/\.xls[xm]?$/i, '').slice(-100)}.xlsx`;
  const copy = rows > mostRows ? undefined : await annotate(bytes, annotations).catch(() => undefined);
  if (copy) return { hash: await files.put(copy), name: `批注_${own}` };
  return { hash: await files.put(await listAlone(annotations)), name: `问题清单_${own}` };
}
