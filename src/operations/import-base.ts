import {
  type ImportBase,
  type ImportedCollection,
  importedCollections,
  type SheetKind,
} from '../domain/import/import-plan.ts';
import type { ReadTx } from '../store/document-store.ts';

/** What the store holds of all that a workbook may bring in. */
export async function importBase(tx: ReadTx): Promise<ImportBase> {
  return {
    units: await tx.all('units'),
    tracks: await tx.all('tracks'),
    task_forces: await tx.all('task_forces'),
    cadres: await tx.all('cadres'),
    indicators: await tx.all('indicators'),
    benchmarks: await tx.all('benchmarks'),
    assignments: await tx.all('assignments'),
    reports: await tx.all('reports'),
  };
}

/** Changes whenever something changes that a plan of these kinds rests on. Values come all the time and matter only to values. */
export async function importVersion(tx: ReadTx, kinds: readonly (SheetKind | null)[]): Promise<string> {
  const matters = (name: ImportedCollection) => name !== 'reports' || kinds.includes('reports');
  const versions = importedCollections.filter(matters).map((name) => tx.version(name));
  return (await Promise.all(versions)).join('/');
}
