/** A cell that is not blank, as text and kind; formulas by the value they had when the workbook was saved. */
export interface SheetCell {
  /** `percent`: a number shown as a percentage, 0.075 for 7.5 %. `error`: `#REF!` and the like, or a formula without a saved value. */
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error';
  /** Text without the spaces around it; a number as a plain decimal; a date as `YYYY-MM-DD`. */
  readonly text: string;
}

/** A row with its cells by column (0: A); blank ones are undefined, merged ones all hold the merged value. */
export interface SheetRow {
  /** As Excel counts, from 1. */
  readonly number: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

/** A sheet of a workbook: rows that are wholly blank are left out. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
}
