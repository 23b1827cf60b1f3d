import { readers } from './1-readers.ts';
import type { Migration } from './migration.ts';

/** All steps, in order. Add one at the end when documents of an earlier version must change; never change or remove one. */
export const migrations: readonly Migration[] = [readers];
