import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Report } from '../domain/assessment/report.ts';
import type { ImportPlan } from '../domain/import/import-plan.ts';
import type { ReadTx } from '../store/document-store.ts';

/** Reports between two turns of the loop: some milliseconds. */
const perTurn = 250;

/** The plan with its reports ready for the store: a workbook holds tens of thousands, and nobody else is answered while they are written. */
export async function readyPlan(tx: ReadTx, plan: ImportPlan): Promise<ImportPlan> {
  const { reports } = plan.changes;
  let count = 0;
  const ready = async (report: Report) => {
    count += 1;
    if (count % perTurn === 0) await nextTurn();
    return tx.ready('reports', report);
  };
  const added: Report[] = [];
  for (const report of reports.added) added.push(await ready(report));
  const changed: { before: Report; after: Report }[] = [];
  for (const { before, after } of reports.changed) changed.push({ before, after: await ready(after) });
  return { ...plan, changes: { ...plan.changes, reports: { ...reports, added, changed } } };
}
