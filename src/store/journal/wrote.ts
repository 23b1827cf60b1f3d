import type { BatchFile } from './batch-file.ts';
import type { Change } from './change.ts';

/** What a transaction has written: files that were kept ahead, then changes. */
export interface Wrote {
  readonly files: readonly BatchFile[];
  readonly changes: readonly Change[];
}
