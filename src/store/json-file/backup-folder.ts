import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { storeErrors } from '../store-errors.ts';
import { copyKeys, copyStore, takeEmpty } from './copy-folder.ts';
import { type FolderFacts, verifyFolder } from './verify-folder.ts';

/** From where to where; `keys` is the folder of keys apart from the backup, left alone when undefined. */
export interface Copying {
  readonly from: string;
  readonly to: string;
  readonly keys?: string | undefined;
}

/** What was copied. */
export interface Copied extends FolderFacts {
  readonly keys: number;
}

function isInside(path: string, folder: string): boolean {
  return !relative(resolve(folder), resolve(path)).startsWith('..');
}

/** Backs a store up while it may be in use: into an empty folder, verified. Throws `storeErrors`; the store itself is not changed. */
export async function backupFolder({ from, to, keys }: Copying): Promise<Copied> {
  if (keys !== undefined && isInside(keys, to)) throw storeErrors.keysInside(keys);
  await takeEmpty(to);
  if (keys !== undefined) await takeEmpty(keys);
  await copyStore(from, to);
  const facts = await verifyFolder(to);
  // After the documents: so every one that was copied finds its key.
  return { ...facts, keys: keys === undefined ? 0 : await copyKeys(join(from, 'keys'), keys) };
}

/** Brings a backup back into an empty folder, verified before and after. Throws `storeErrors`; the backup is not changed. */
export async function restoreFolder({ from, to, keys }: Copying): Promise<Copied> {
  if (!existsSync(join(from, 'db.json'))) throw storeErrors.noStore(from);
  await verifyFolder(from);
  await takeEmpty(to);
  const copied = keys === undefined ? 0 : await copyKeys(keys, join(to, 'keys'));
  await copyStore(from, to);
  return { ...(await verifyFolder(to)), keys: copied };
}
