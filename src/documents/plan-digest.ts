import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ImportPlan, importedCollections } from '../domain/import/import-plan.ts';

/** Records between two turns of the loop: some milliseconds. */
const perTurn = 500;

/** SHA-256 of all that a plan would change and of all that is wrong with its workbook: equal for equal plans. Nobody waits for a long one. */
export async function planDigest({ changes, problems, held, unlisted }: ImportPlan): Promise<string> {
  const hash = createHash('sha256');
  for (const name of importedCollections) {
    const { added, changed, removed } = changes[name];
    for (const [list, records] of Object.entries({ added, changed, removed })) {
      hash.update(`${name} ${list} ${records.length}\n`);
      for (const [index, record] of records.entries()) {
        hash.update(JSON.stringify(record));
        if (index % perTurn === perTurn - 1) await nextTurn();
      }
    }
  }
  return hash.update(JSON.stringify([problems, held, unlisted])).digest('hex');
}
