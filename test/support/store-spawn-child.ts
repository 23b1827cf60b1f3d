import { onTestFinished } from 'vitest';
import { type StoreChild, startStoreChild } from './store-child.ts';

export type { StoreChild } from './store-child.ts';

/** Starts a process for the store of a folder, with so many writers; it ends with the test. */
export function spawnStoreChild(dir: string, writers = 0, round = 0): Promise<StoreChild> {
  return startStoreChild(dir, { writers, round, onEnd: onTestFinished });
}
