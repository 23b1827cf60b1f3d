import { parentPort } from 'node:worker_threads';
import {
  type ImportBase,
  type ImportPlan,
  importedCollections,
} from '../../domain/import/plan/import-plan.ts';
import { StrongError } from '../../shared/errors.ts';
import { drawUpPlan } from './draw-up-plan.ts';
import { readSheets } from './read-sheets.ts';
import {
  type BasePiece,
  type FromWorker,
  type PlanPiece,
  pieceSize,
  type ToWorker,
} from './workbook-messages.ts';

const base: ImportBase = {
  units: [],
  tracks: [],
  task_forces: [],
  cadres: [],
  indicators: [],
  benchmarks: [],
  assignments: [],
  reports: [],
};
type Work = Extract<ToWorker, { of: 'file' }>;

let pieces: Iterator<FromWorker> | undefined;

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function keep({ name, docs }: BasePiece): void {
  const kept = base[name] as unknown[];
  for (const doc of JSON.parse(docs) as unknown[]) kept.push(doc);
}

function* piecesOf(plan: ImportPlan): Generator<FromWorker> {
  for (const name of importedCollections) {
    for (const list of ['added', 'changed', 'removed'] as const) {
      const entries: readonly unknown[] = plan.changes[name][list];
      for (let from = 0; from < entries.length; from += pieceSize) {
        const piece: PlanPiece = {
          of: 'piece',
          name,
          list,
          entries: JSON.stringify(entries.slice(from, from + pieceSize)),
        };
        yield piece;
      }
    }
  }
  yield { of: 'end' };
}

async function plan({ bytes, moment, limits }: Work): Promise<void> {
  tell({ of: 'progress', progress: { stage: 'open', rows: 0 } });
  const sheets = await readSheets(bytes);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  tell({ of: 'progress', progress: { stage: 'check', rows } });
  const { preview, plan } = drawUpPlan(sheets, { base, moment, limits });
  pieces = piecesOf(plan);
  tell({ of: 'preview', preview });
}

function tellNext(): void {
  const next = pieces?.next();
  if (next && !next.done) tell(next.value);
}

function tellFailure(error: unknown): void {
  if (error instanceof StrongError) tell({ of: 'refused', say: error.say });
  else
    tell({ of: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.of === 'base') keep(message);
  else if (message.of === 'next') tellNext();
  else plan(message).catch(tellFailure);
});
