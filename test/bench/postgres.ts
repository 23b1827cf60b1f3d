import type { Pool } from 'pg';
import type { BenchPart, BenchRow } from './bench-row.ts';
import { beside, figure, sentence } from './bench-rows.ts';
import { type Database, startDatabase } from './embedded-database.ts';
import {
  closedLoop,
  fillFolder,
  inFolder,
  meta,
  openStore,
  reportOf,
  reportsFor,
  written,
} from './store-load.ts';

const megabytes = 10;
const put = 'insert into reports (id, doc) values ($1, $2) on conflict (id) do update set doc = excluded.doc';

async function fill(pool: Pool): Promise<void> {
  await pool.query('create table reports (id text primary key, doc jsonb not null)');
  const all = Array.from({ length: reportsFor(megabytes) }, (_, n) => reportOf(n));
  for (let at = 0; at < all.length; at += 2_000)
    await pool.query(
      "insert into reports select each->>'id', each from jsonb_array_elements($1::jsonb) as each",
      [JSON.stringify(all.slice(at, at + 2_000))],
    );
}

interface Measuring {
  readonly add: (row: BenchRow) => void;
  /** How long each loop lasts. */
  readonly forMs: number;
}

/** Both in turn, so that whatever else the machine does falls on both. */
async function measure(pool: Pool, dir: string, { add, forMs }: Measuring): Promise<void> {
  await fill(pool);
  await fillFolder(dir, reportsFor(megabytes));
  const store = await openStore(dir, 2 * 1024 * 1024);
  for (const writers of [1, 50]) {
    const ours = await closedLoop({ writers, forMs }, (n) =>
      store.write(meta, (tx) => tx.put('reports', written(n))),
    );
    const peer = await closedLoop({ writers, forMs }, (n) => {
      const doc = written(n);
      return pool.query({ name: 'put', text: put, values: [doc.id, JSON.stringify(doc)] });
    });
    const name = `durable writes/s, ${writers} writers, ${megabytes} MB, beside PostgreSQL`;
    add(beside(name, ours.perSecond, peer.perSecond));
  }
  await store.close();
}

/** Durable writes a second beside a local PostgreSQL with its stock settings: one upsert a transaction, ten connections. */
export const postgres: BenchPart = async (tell, { quick }) => {
  const rows: BenchRow[] = [];
  const add = (row: BenchRow) => {
    rows.push(row);
    tell(sentence(row));
  };
  let database: Database;
  try {
    database = await startDatabase();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    add(figure(`PostgreSQL could not be started here (${why.slice(0, 120)}): not measured`, 0));
    return rows;
  }
  try {
    await inFolder((dir) => measure(database.pool, dir, { add, forMs: quick ? 300 : 2_500 }));
  } finally {
    await database.stop();
  }
  return rows;
};
