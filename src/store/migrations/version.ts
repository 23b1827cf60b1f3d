import { z } from 'zod';
import type { Change } from '../journal/change.ts';
import type { Tables } from '../memory/tables.ts';
import { storeErrors } from '../store-errors.ts';
import { migrations } from './list.ts';

const id = 'store_version';
const docSchema = z.object({ value: z.object({ version: z.number().int() }) });

/** Makes a store say of which version its documents are; part of a new store's first line and of each migration's. */
export function versionChange(version = migrations.length): Change {
  return { name: 'settings', id, doc: { id, value: { version } } };
}

/** The version of a store's documents; 0 for those that were made before versions were kept. */
export function versionOf(tables: Tables): number {
  const doc = docSchema.safeParse(tables.of('settings').docs.get(id));
  return doc.success ? doc.data.value.version : 0;
}

/** Throws `storeErrors.newerVersion` when a later version of the program has changed the documents. */
export function assertKnownVersion(tables: Tables, dir: string): void {
  const version = versionOf(tables);
  if (version > migrations.length) throw storeErrors.newerVersion(dir, version);
}
