import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import {
  type ImportBase,
  importedCollections,
  type PlannedChanges,
} from '../../domain/import/plan/import-plan.ts';
import { errors } from '../../shared/errors.ts';
import { refuseOtherKinds } from '../library/check-zip.ts';
import { startWorker } from '../library/start-worker.ts';
import type { MarkedPreview, PlanSetting } from './draw-up-plan.ts';
import {
  type FromWorker,
  type ImportProgress,
  type PlanPiece,
  pieceSize,
  type ToWorker,
} from './workbook-messages.ts';

export type { ImportProgress } from './workbook-messages.ts';

/** What is read, and what it is compared with. */
export interface WorkbookWork extends PlanSetting {
  readonly bytes: Uint8Array;
}

/** Well above what 50,000 rows take; a file made to hang the library ends here. */
const longestMs = 120_000;

/** One workbook at a time: each may take hundreds of megabytes. */
const turns = new PQueue({ concurrency: 1 });

async function handOver(worker: Worker, { bytes, base, moment, limits }: WorkbookWork): Promise<void> {
  const post = (message: ToWorker) => worker.postMessage(message);
  for (const name of importedCollections) {
    const docs: readonly ImportBase[typeof name][number][] = base[name];
    for (let from = 0; from < docs.length; from += pieceSize) {
      post({ of: 'base', name, docs: JSON.stringify(docs.slice(from, from + pieceSize)) });
      await nextTurn();
    }
  }
  post({ of: 'file', bytes, moment, limits });
}

const none = () => ({ added: [], changed: [], removed: [] });

function noChanges(): PlannedChanges {
  return {
    units: none(),
    tracks: none(),
    task_forces: none(),
    cadres: none(),
    indicators: none(),
    benchmarks: none(),
    assignments: none(),
    reports: none(),
  };
}

function fill(changes: PlannedChanges, { name, list, entries }: PlanPiece): void {
  const filled = changes[name][list] as unknown[];
  for (const entry of JSON.parse(entries) as unknown[]) filled.push(entry);
}

function tooLarge(cause: unknown) {
  return errors.unreadableFile(
    '工作簿太大或内容异常，已停止读取。请拆分成几个文件，或删去多余的行列后重新发送。',
    cause,
  );
}

type Step = (message: FromWorker) => 'over' | undefined;

/** Follows the worker's messages until a step says that it is over. */
function follow(worker: Worker, step: Step): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLarge(new Error('took too long'))), longestMs);
    worker.on('message', (message: FromWorker) => {
      if (message.of === 'refused') reject(errors.unreadableFile(message.say));
      else if (message.of === 'failed') reject(new Error(`reading a workbook failed: ${message.message}`));
      else if (step(message) === 'over') resolve();
    });
    worker.on('error', (error) => reject(tooLarge(error)));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(tooLarge(new Error('the worker ended')));
    });
  });
}

/** One workbook at a time in a worker of its own, which ends with it. */
function inWorker(work: WorkbookWork, stepWith: (ask: () => void) => Step): Promise<void> {
  refuseOtherKinds(work.bytes);
  return turns.add(async () => {
    const worker = startWorker(new URL('./workbook-worker.ts', import.meta.url));
    const ask = () => setImmediate(() => worker.postMessage({ of: 'next' } satisfies ToWorker));
    try {
      const end = follow(worker, stepWith(ask));
      end.catch(() => {}); // Awaited below, after the hand-over.
      await handOver(worker, work);
      await end;
    } finally {
      await worker.terminate();
    }
  });
}

const unfinished = () => new Error('the worker ended without a plan');

/**
 * Reads an .xlsx file and plans its import in a worker thread, and gives what is told of the plan; the plan itself never comes to the thread
 * that calls, which is held up by nothing. Throws a StrongError with a sentence for the sender when the file is none, too large, encrypted,
 * broken or made to do harm.
 */
export async function previewWorkbook(
  work: WorkbookWork,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<MarkedPreview> {
  let preview: MarkedPreview | undefined;
  await inWorker(work, () => (message) => {
    if (message.of === 'progress') onProgress(message.progress);
    if (message.of === 'preview') preview = message.preview;
    return preview && 'over';
  });
  if (!preview) throw unfinished();
  return preview;
}

/** The same with all that would be written, piece by piece: for whoever writes it. */
export async function planWorkbook(
  work: WorkbookWork,
): Promise<{ preview: MarkedPreview; changes: PlannedChanges }> {
  let preview: MarkedPreview | undefined;
  const changes = noChanges();
  await inWorker(work, (ask) => (message) => {
    if (message.of === 'preview') preview = message.preview;
    if (message.of === 'piece') fill(changes, message);
    if (message.of === 'preview' || message.of === 'piece') ask();
    return message.of === 'end' ? 'over' : undefined;
  });
  if (!preview) throw unfinished();
  return { preview, changes };
}
