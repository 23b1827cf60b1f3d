import type { CollectionName } from '../collections.ts';
import type { Change } from '../journal/change.ts';

/** What a migration reads: documents as an earlier version wrote them, which need not fit today's schemas. */
type OldDocuments = (name: CollectionName) => readonly unknown[];

/** One step of the store from a version to the next. */
export interface Migration {
  /** The version that the store has after it; 1, 2, 3 … without gaps. */
  readonly version: number;
  /** What it is for; stands in the journal. */
  readonly why: string;
  /** Pure; leaves what is as it should be, so that running it a second time changes nothing. The results are checked by today's schemas. */
  readonly change: (documents: OldDocuments) => Change[];
}
