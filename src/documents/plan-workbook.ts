import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import {
  type ImportBase,
  type ImportMoment,
  type ImportPlan,
  importedCollections,
} from '../domain/import/import-plan.ts';
import { errors } from '../shared/errors.ts';
import { refuseOtherKinds } from './check-zip.ts';
import { startWorker } from './start-worker.ts';
import {
  type FromWorker,
  type ImportProgress,
  type PlanPiece,
  pieceSize,
  type ToWorker,
} from './workbook-messages.ts';

export type { ImportProgress } from './workbook-messages.ts';

/** What is read, and what the store holds. */
export interface WorkbookWork {
  readonly bytes: Uint8Array;
  readonly base: ImportBase;
  readonly moment: ImportMoment;
}

/** Well above what 50,000 rows take; a file made to hang the library ends here. */
const longestMs = 120_000;

/** One workbook at a time: each may take hundreds of megabytes. */
const turns = new PQueue({ concurrency: 1 });

async function handOver(worker: Worker, { bytes, base, moment }: WorkbookWork): Promise<void> {
  const post = (message: ToWorker) => worker.postMessage(message);
  for (const name of importedCollections) {
    const docs: readonly ImportBase[typeof name][number][] = base[name];
    for (let from = 0; from < docs.length; from += pieceSize) {
      post({ of: 'base', name, docs: JSON.stringify(docs.slice(from, from + pieceSize)) });
      await nextTurn();
    }
  }
  post({ of: 'file', bytes, moment });
}

/** The lists of a plan that came empty are filled as their pieces come. */
function fill(plan: ImportPlan, { name, list, entries }: PlanPiece): void {
  const filled = plan.changes[name][list] as unknown[];
  for (const entry of JSON.parse(entries) as unknown[]) filled.push(entry);
}

function tooLarge(cause: unknown) {
  return errors.unreadableFile(
    '工作簿太大或内容异常，已停止读取。请拆分成几个文件，或删去多余的行列后重新发送。',
    cause,
  );
}

/** Follows the worker's messages to the end of its plan. */
function listen(worker: Worker, onProgress: (progress: ImportProgress) => void): Promise<ImportPlan> {
  return new Promise((resolve, reject) => {
    let plan: ImportPlan | undefined;
    const timer = setTimeout(() => reject(tooLarge(new Error('took too long'))), longestMs);
    worker.on('message', (message: FromWorker) => {
      if (message.of === 'progress') onProgress(message.progress);
      else if (message.of === 'refused') reject(errors.unreadableFile(message.say));
      else if (message.of === 'failed') reject(new Error(`reading a workbook failed: ${message.message}`));
      else if (message.of === 'end' && plan) resolve(plan);
      else {
        if (message.of === 'plan') plan = message.plan;
        if (message.of === 'piece' && plan) fill(plan, message);
        setImmediate(() => worker.postMessage({ of: 'next' } satisfies ToWorker));
      }
    });
    worker.on('error', (error) => reject(tooLarge(error)));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(tooLarge(new Error('the worker ended')));
    });
  });
}

/**
 * Reads an .xlsx file and plans its import in a worker thread; the thread that calls is never held up for long. Nothing is written.
 * Throws a StrongError with a sentence for the sender when the file is none, too large, encrypted, broken or made to do harm.
 */
export async function planWorkbook(
  work: WorkbookWork,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportPlan> {
  refuseOtherKinds(work.bytes);
  return turns.add(async () => {
    const worker = startWorker(new URL('./workbook-worker.ts', import.meta.url));
    try {
      const plan = listen(worker, onProgress);
      plan.catch(() => {}); // Awaited below, after the hand-over.
      await handOver(worker, work);
      return await plan;
    } finally {
      await worker.terminate();
    }
  });
}
