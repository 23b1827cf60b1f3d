import type { Change } from '../journal/change.ts';
import { anyCollection } from '../memory/any-collection.ts';
import { Overlay } from '../memory/overlay.ts';
import type { Tables } from '../memory/tables.ts';
import { migrations } from './list.ts';
import { versionChange } from './version.ts';

/** What leads a store of an earlier version to this program's. */
export interface PlannedMigration {
  readonly from: number;
  readonly to: number;
  readonly why: string;
  /** All steps together, the new version number among them: one line in the journal. */
  readonly changes: Change[];
}

/** Runs the missing steps one on the other, without effect on the tables; throws a ZodError when a result does not fit its schema. */
export function planMigration(tables: Tables, from: number): PlannedMigration {
  const view = new Overlay(tables);
  const missing = migrations.filter(({ version }) => version > from);
  for (const { change } of missing) for (const one of change((name) => view.list(name))) view.stage(one);
  const to = migrations.length;
  view.stage(versionChange(to));
  const changes = view.changes().map(({ name, id, doc }) => ({
    ...{ name, id },
    doc: doc === null ? null : anyCollection[name].schema.parse(doc),
  }));
  return { from, to, why: missing.map(({ why }) => why).join('；'), changes };
}
