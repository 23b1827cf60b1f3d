import { setImmediate as turn } from 'node:timers/promises';
import type { CollectionName } from '../collections.ts';
import type { BatchFile } from '../journal/batch-file.ts';
import type { Change } from '../journal/change.ts';
import { laidTable } from './ready-batch.ts';
import type { Table } from './table.ts';

/** More changes at once would hold the loop for longer than some milliseconds. */
const mostAtOnce = 2000;
const perTurn = 500;

/** A batch whose documents last already. */
export interface KeptBatch {
  readonly name: CollectionName;
  readonly table: Table;
  readonly file: BatchFile;
}

/** What a transaction leaves to be committed; its batches come before its changes. */
export interface Written {
  readonly batches: readonly KeptBatch[];
  readonly changes: readonly Change[];
}

/** The same as the tables take it: much is laid over them, the rest is made at once. */
export interface Layers {
  readonly laid: ReadonlyMap<CollectionName, Table>;
  readonly rest: readonly Change[];
}

/** Sorts out what is to be laid over the tables; where that are many single changes, with turns for everything else in between. */
export async function layersOf({ batches, changes }: Written): Promise<Layers> {
  const laid = new Map(batches.map(({ name, table }) => [name, table]));
  if (changes.length <= mostAtOnce) return { laid, rest: changes };
  for (const [index, { name, id, doc }] of changes.entries()) {
    const table = laid.get(name) ?? laidTable(name);
    table.layOne(id, doc);
    laid.set(name, table);
    if (index % perTurn === perTurn - 1) await turn();
  }
  return { laid, rest: [] };
}
