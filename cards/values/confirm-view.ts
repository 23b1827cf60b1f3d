import type { Frame } from '../kit/frame.ts';
import type { Option } from '../kit/option.ts';

/** A value that waits to be confirmed. */
export interface ConfirmRow {
  readonly id: string;
  readonly indicator: string;
  readonly unitName: string;
  readonly period: string;
  /** With its measure. */
  readonly value: string;
  /** Who reported it, for whom and when. */
  readonly by: string;
  /** Why to look at it twice; absent when it is as one would expect. */
  readonly jump?: string | undefined;
  readonly late: boolean;
  /** Reported before its period was over. */
  readonly early?: boolean | undefined;
  /** Pieces of evidence. */
  readonly files: number;
  readonly mayDecide: boolean;
  /** Its month is locked: it may be confirmed, but not returned. */
  readonly locked?: boolean | undefined;
}

/** Which values are listed. */
interface ConfirmFilter {
  readonly force?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
}

/** The values that wait, as one person may see them. */
export interface ConfirmListView extends Pick<Frame, 'demo'> {
  readonly filter: ConfirmFilter;
  readonly filterWords: string;
  readonly rows: readonly ConfirmRow[];
  /** What the list may be narrowed to. */
  readonly choices: readonly Option[];
  /** How many of the rows this person may decide about, and the fingerprint that names them. */
  readonly decidable: number;
  readonly shown: string;
  /** 1-based. */
  readonly page: number;
}

/** What is asked before values are confirmed or returned. */
export interface ConfirmAskView extends Pick<Frame, 'demo'> {
  readonly verdict: 'confirm' | 'return';
  readonly rows: readonly ConfirmRow[];
  /** How they were chosen, to be said again. */
  readonly chosen: { readonly ids?: readonly string[] | undefined; readonly shown?: string | undefined };
  readonly filter: ConfirmFilter;
  readonly page: number;
}
