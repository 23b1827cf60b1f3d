import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../shared/log.ts';
import { storeErrors } from '../store-errors.ts';
import { isAlive, type ProcessIdentity, processIdentitySchema, thisProcess } from './process-identity.ts';

/** A folder that is this process's own until it is released. */
export interface FolderLock {
  release(): Promise<void>;
}

const prefix = 'LOCK.';

/**
 * Takes the folder; throws `storeErrors.locked` when a living process has it. A dead holder's lock is taken over with a log line.
 *
 * Every starter first leaves a lock under a name of its own, then looks for others. So of two the later always sees the earlier, and
 * clearing away a dead lock can never hit a new one, as it could if all fought for one name. Two that start in the same instant may both
 * give way; never do both go on.
 */
export async function lockFolder(dir: string, log: Log): Promise<FolderLock> {
  const own = `${prefix}${randomBytes(6).toString('hex')}`;
  const path = join(dir, own);
  const draft = join(dir, `draft-${own}`);
  // Renamed into place whole: nobody ever reads half a lock.
  await writeFile(draft, `${JSON.stringify(await thisProcess())}\n`, { mode: 0o600 });
  await rename(draft, path);
  const release = () => rm(path, { force: true });
  try {
    await removeOthers(dir, own, log);
  } catch (cause) {
    await release();
    throw cause;
  }
  return { release };
}

async function removeOthers(dir: string, own: string, log: Log): Promise<void> {
  const names = (await readdir(dir)).filter((name) => name.startsWith(prefix) && name !== own);
  for (const name of names) {
    const path = join(dir, name);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    // Released between the two readings.
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder && (await isAlive(holder))) throw storeErrors.locked(dir, holder.pid);
    await rm(path, { force: true });
    log.warn({ dir, pid: holder?.pid }, 'took over the lock of a process that is gone');
  }
}

function parse(text: string): ProcessIdentity | undefined {
  try {
    return processIdentitySchema.parse(JSON.parse(text));
  } catch {
    // Locks appear whole, so this is what a power cut left of one that was never synced: its process is gone.
    return undefined;
  }
}
