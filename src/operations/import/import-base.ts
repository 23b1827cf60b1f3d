import {
  type ImportBase,
  type ImportedCollection,
  importedCollections,
  type SheetKind,
} from '../../domain/import/plan/import-plan.ts';
import type { ImportLimits } from '../../domain/import/plan/limit-plan.ts';
import type { ReadTx } from '../../store/document-store.ts';

/** What the store holds of all that a workbook may bring in, and what else decides what may come in. */
export interface ImportSources extends Pick<ImportLimits, 'locks'> {
  readonly base: ImportBase;
  /** A mark of this state for a workbook of these kinds: what `importVersion` says while nothing that matters has changed. */
  readonly version: (kinds: readonly (SheetKind | null)[]) => string;
}

type Versions = ReadonlyMap<ImportedCollection | 'period_locks', string>;

async function versionsIn(tx: ReadTx): Promise<Versions> {
  const names = [...importedCollections, 'period_locks'] as const;
  return new Map(await Promise.all(names.map(async (name) => [name, await tx.version(name)] as const)));
}

/** Values come all the time and matter only to values. */
function markOf(versions: Versions, kinds: readonly (SheetKind | null)[]): string {
  const matters = [...versions].filter(([name]) => name !== 'reports' || kinds.includes('reports'));
  return matters.map(([, version]) => version).join('/');
}

/** Reads all of it as of now. */
export async function importSources(tx: ReadTx): Promise<ImportSources> {
  const versions = await versionsIn(tx);
  return {
    base: {
      units: await tx.all('units'),
      tracks: await tx.all('tracks'),
      task_forces: await tx.all('task_forces'),
      cadres: await tx.all('cadres'),
      indicators: await tx.all('indicators'),
      benchmarks: await tx.all('benchmarks'),
      assignments: await tx.all('assignments'),
      reports: await tx.all('reports'),
    },
    locks: await tx.all('period_locks'),
    version: (kinds) => markOf(versions, kinds),
  };
}

/** Changes whenever something changes that a plan of these kinds rests on. */
export async function importVersion(tx: ReadTx, kinds: readonly (SheetKind | null)[]): Promise<string> {
  return markOf(await versionsIn(tx), kinds);
}
