import type { Instant } from '../shared/time.ts';

/** A document that a transaction put or removed: which it is and what it belongs to, never what it says. */
export interface Touched {
  /** A collection's name; an archive may hold names of other versions. */
  readonly collection: string;
  readonly id: string;
  readonly removed: boolean;
  /** Names of its filled fields. */
  readonly fields: readonly string[];
  /** Its own id and those it names: unit, indicator, cadre, enterprise, person. */
  readonly links: readonly string[];
}

/** A transaction as the audit trail shows it. */
export interface TrailEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly why?: string | undefined;
  readonly event?: string | undefined;
  /** Incomplete when `large`. */
  readonly touched: readonly Touched[];
  /** So many documents (loading a district, an import) that not all of them were read. */
  readonly large: boolean;
}

/** A stretch of the trail, newest first. */
export interface TrailSlice {
  readonly entries: readonly TrailEntry[];
  /** Lines that could not be read: the file was damaged since it was written. */
  readonly damaged: number;
}

/** The audit trail: the journal, archive included, read backwards. */
export interface Trail {
  /** Number and SHA-256 of the newest line that lasts: noted elsewhere, it shows a later rewriting of the whole chain. */
  head(): { readonly seq: number; readonly head: string };
  /** Lines before number `before` (without it: all), newest first, in slices that hold the loop for a few ms at most. */
  backwards(before?: number): AsyncIterable<TrailSlice>;
}
