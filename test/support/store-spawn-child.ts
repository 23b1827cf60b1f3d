import { onTestFinished } from 'vitest';
import { type StoreChild, startStoreChild } from './store-child.ts';

export { packStoreChild, type StoreChild } from './store-child.ts';

/** Starts a process for the store of a folder, without writers unless told otherwise; it ends with the test. */
export function spawnStoreChild(
  dir: string,
  work: { writers: number; round: number; script?: string } = { writers: 0, round: 0 },
): Promise<StoreChild> {
  return startStoreChild(dir, { ...work, onEnd: onTestFinished });
}
