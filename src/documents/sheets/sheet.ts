import type { Instant } from '#src/shared/time.ts';

/** A cell: words, an exact decimal, or nothing. */
export type Cell = string | { readonly decimal: string } | null;

/** A column; neighbours of one `group` stand under one merged heading. */
export interface SheetColumn {
  readonly title: string;
  readonly group?: string | undefined;
  /** In characters. */
  readonly width: number;
  /** Words that may need several lines. */
  readonly wraps?: boolean;
  /** Its numbers are of one kind: all are shown with as many decimals as the longest. */
  readonly even?: boolean;
}

/** A sheet before it is drawn. */
export interface SheetPlan {
  /** On its tab; made unique and fit by the writer. */
  readonly name: string;
  readonly title: string;
  /** The line below the title. */
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that stay in sight at the left. */
  readonly frozen: number;
}

/** A workbook before it is drawn. */
export interface WorkbookPlan {
  /** With its ending. */
  readonly fileName: string;
  /** What it is, in a few words: title of its card, line in the journal. */
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  /** At the foot of each printed page. */
  readonly foot: string;
  readonly at: Instant;
}

/** An exact number, or nothing. */
export function decimalCell(decimal: string | null): Cell {
  return decimal === null ? null : { decimal };
}

/** A whole number. */
export function countCell(count: number | null): Cell {
  return count === null ? null : { decimal: String(count) };
}
