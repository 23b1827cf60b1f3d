import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../shared/log.ts';
import { storeErrors } from '../store-errors.ts';
import { isAlive, type ProcessIdentity, processIdentitySchema, thisProcess } from './process-identity.ts';

/** A folder that is this process's own until it is released. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Takes the folder; throws `storeErrors.locked` when a living process has it. A dead holder's lock is taken over with a log line. */
export async function lockFolder(dir: string, log: Log): Promise<FolderLock> {
  const path = join(dir, 'LOCK');
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  // Linked into place whole: nobody ever reads half a lock.
  await writeFile(own, `${JSON.stringify(await thisProcess())}\n`, { mode: 0o600 });
  try {
    while (!(await linked(own, path))) await removeStale(dir, path, log);
  } finally {
    await rm(own, { force: true });
  }
  return { release: () => rm(path, { force: true }) };
}

async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

async function removeStale(dir: string, path: string, log: Log): Promise<void> {
  const seen = await textOf(path);
  if (seen === undefined) return;
  const holder = parse(seen);
  if (holder && (await isAlive(holder))) throw storeErrors.locked(dir, holder.pid);
  // Of several starters only one gets to move the stale lock. Should it have moved a new one, that one is put back.
  const aside = `${path}.stale.${process.pid}`;
  const moved = await rename(path, aside).then(
    () => textOf(aside),
    () => undefined,
  );
  if (moved !== undefined && moved !== seen) await linked(aside, path);
  else if (moved !== undefined)
    log.warn({ dir, pid: holder?.pid }, 'took over the lock of a process that is gone');
  await rm(aside, { force: true });
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

function parse(text: string): ProcessIdentity | undefined {
  try {
    return processIdentitySchema.parse(JSON.parse(text));
  } catch {
    // Locks appear whole, so this is what a power cut left of one that was never synced: its process is gone.
    return undefined;
  }
}
