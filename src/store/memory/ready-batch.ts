import { setImmediate as turn } from 'node:timers/promises';
import type { CollectionName, Doc } from '../collections.ts';
import type { Batch } from '../document-store.ts';
import type { BatchFile } from '../journal/batch-file.ts';
import { anyCollection } from './any-collection.ts';
import { frozenCopy } from './frozen.ts';
import { Table } from './table.ts';

/** Documents between two turns of the loop: a millisecond, for whoever is answered meanwhile waits for several of them. */
const perTurn = 60;

/** A checked and frozen copy of a document; throws a ZodError when it does not fit its schema. */
export function frozenDoc(name: CollectionName, doc: unknown): unknown {
  return frozenCopy(Object(anyCollection[name].schema.parse(doc)));
}

/** The batch of the stores in memory: its documents with their indexes, and the file that holds them, where there is one. */
export class ReadyBatch<N extends CollectionName = CollectionName> implements Batch<N> {
  readonly name: N;
  readonly table: Table;
  readonly file: BatchFile | undefined;

  constructor(name: N, { table, file }: { table: Table; file: BatchFile | undefined }) {
    this.name = name;
    this.table = table;
    this.file = file;
  }

  get size(): number {
    return this.table.docs.size;
  }
}

/** Checks, freezes and indexes documents with turns for everything else in between; throws a ZodError at the first that does not fit. */
export async function readyTable<N extends CollectionName>(name: N, docs: Iterable<Doc<N>>): Promise<Table> {
  const table = laidTable(name);
  let count = 0;
  for (const doc of docs) {
    const copy = frozenDoc(name, doc);
    table.layOne(anyCollection[name].id(copy), copy);
    count += 1;
    if (count % perTurn === 0) await turn();
  }
  return table;
}

/** An empty table, to be laid over that of its collection. */
export function laidTable(name: CollectionName): Table {
  const table = new Table(anyCollection[name]);
  table.index();
  return table;
}
