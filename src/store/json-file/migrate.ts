import { constants, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantOf } from '../../shared/time.ts';
import type { Change } from '../journal/change.ts';
import { syncFolder } from '../journal/disk.ts';
import type { Journal } from '../journal/journal.ts';
import { deepFreeze } from '../memory/frozen.ts';
import type { Tables } from '../memory/tables.ts';
import { migrations } from '../migrations/list.ts';
import { planMigration } from '../migrations/plan-migration.ts';
import { versionChange, versionOf } from '../migrations/version.ts';
import type { Folder } from './recover.ts';

/** The old snapshot, kept beside the new one: with the journal, which is never rewritten, it is the store as it was. */
function backupName(version: number): string {
  return `db.version-${version}.json`;
}

async function keepSnapshot({ dir, disk }: Folder, version: number): Promise<void> {
  const kept = join(dir, backupName(version));
  try {
    await copyFile(join(dir, 'db.json'), kept, constants.COPYFILE_EXCL);
  } catch (cause) {
    // A start that was cut off before its line was written has kept it already.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
  }
  const file = await disk.open(kept, 'a');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(disk, dir);
}

function frozen(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, doc: deepFreeze(change.doc) }));
}

/**
 * The first line of a store carries its version: the journal alone tells the whole state, so `verify`, `repair` and a backup need to know
 * of nothing beside it.
 */
export function withVersion({ taken }: Journal, changes: readonly Change[]): readonly Change[] {
  return taken === 0 ? [versionChange(), ...changes] : changes;
}

/**
 * Leads a store of an earlier version to this one, in one line of the journal: cut off, it has not happened and is done at the next start.
 * A store without a line is new, whatever program made the folder; its first line will say its version (`withVersion`).
 */
export async function migrate(folder: Folder, tables: Tables, journal: Journal): Promise<void> {
  if (journal.taken === 0) {
    tables.apply(frozen(withVersion(journal, [])));
    return;
  }
  const from = versionOf(tables);
  if (from === migrations.length) return;
  await keepSnapshot(folder, from);
  const { to, why, changes } = planMigration(tables, from);
  // The demonstration's clock goes on from the newest line.
  const at = (folder.mode === 'demo' ? journal.lasting.at : undefined) ?? instantOf(Date.now());
  await journal.append(
    { at, who: 'system', what: 'store.migrate', why: `${from} → ${to}：${why}` },
    { files: [], changes },
  );
  tables.apply(frozen(changes));
  folder.log.warn({ from, to, changed: changes.length, kept: backupName(from) }, 'store migrated');
}
