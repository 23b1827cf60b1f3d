import type { DocumentStore } from '#src/store/document-store.ts';

const emptied = [
  'reports',
  'assignments',
  'benchmarks',
  'adjustments',
  'indicators',
  'task_forces',
  'tracks',
  'units',
  'rule_versions',
] as const;

/** The district as it is before anything is imported: an administrator and an officer are bound. */
export async function emptyDistrict(store: DocumentStore): Promise<void> {
  await store.write({ at: '2026-11-06T09:00:00+08:00', who: 'system', what: 'test' }, async (tx) => {
    for (const name of emptied) {
      for (const doc of await tx.all(name)) {
        const { id, code, indicator, period } = Object(doc);
        await tx.delete(name, id ?? code ?? `${indicator}|${period}`);
      }
    }
    for (const { id } of await tx.all('cadres'))
      if (!['C085', 'C056'].includes(id)) await tx.delete('cadres', id);
  });
}
