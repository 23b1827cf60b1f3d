import { createHash } from 'node:crypto';
import { type ImportPlan, importedCollections } from '../../domain/import/plan/import-plan.ts';

/** SHA-256 of all that a plan would change and of all that is wrong with its workbook: equal for equal plans. */
export function planDigest({ changes, problems, held, unlisted }: ImportPlan): string {
  const hash = createHash('sha256');
  for (const name of importedCollections) {
    const { added, changed, removed } = changes[name];
    for (const [list, records] of Object.entries({ added, changed, removed })) {
      hash.update(`${name} ${list} ${records.length}\n`);
      for (const record of records) hash.update(JSON.stringify(record));
    }
  }
  return hash.update(JSON.stringify([problems, held, unlisted])).digest('hex');
}
