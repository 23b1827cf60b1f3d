import type { CollectionName } from '../collections.ts';

/** One document put, or removed when `doc` is null. */
export interface Change {
  readonly name: CollectionName;
  readonly id: string;
  readonly doc: unknown;
}
