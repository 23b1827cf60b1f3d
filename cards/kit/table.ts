import type { z } from 'zod';
import type { TagColour } from './colours.ts';
import type { TableElement } from './elements.ts';
import { cleanText, type Markup } from './markup.ts';
import type { tableColumnShape } from './shapes/data.ts';

/** A small coloured word in a cell. */
interface TagCell {
  readonly text: string;
  readonly color: TagColour;
}

interface Size {
  /** `auto`, `80px`–`600px` or `1%`–`100%`. */
  readonly width?: string | undefined;
  readonly align?: 'left' | 'center' | 'right';
}

/** A column: its heading, its size and how a row's cell is found. */
export type TableColumn<Row> = Size & { readonly title: string } & (
    | { readonly text: (row: Row) => string }
    | { readonly markdown: (row: Row) => Markup }
    | { readonly number: (row: Row) => number }
    | { readonly tags: (row: Row) => readonly TagCell[] }
  );

/** A table, paged by the client; `pageSize` 1–10. Cells of type text are shown literally. */
export function table<Row>(options: {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly pageSize?: number;
  readonly freezeFirst?: boolean;
}): TableElement {
  const { columns, rows } = options;
  return {
    tag: 'table',
    page_size: options.pageSize ?? evenPage(rows.length),
    row_height: 'auto',
    freeze_first_column: options.freezeFirst === true ? true : undefined,
    header_style: { background_style: 'grey', bold: true, lines: 1 },
    columns: columns.map(columnOf),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map((column, index) => [nameOf(index), cellOf(column, row)])),
    ),
  };
}

/** Rows a page of the client's own paging: at most 10, and pages of the same length. */
function evenPage(rows: number): number {
  const pages = Math.max(1, Math.ceil(rows / 10));
  return Math.max(1, Math.ceil(rows / pages));
}

/** Short names, since every row repeats them. */
function nameOf(index: number): string {
  return `c${index}`;
}

function columnOf<Row>(column: TableColumn<Row>, index: number): z.infer<typeof tableColumnShape> {
  return {
    name: nameOf(index),
    display_name: column.title,
    data_type: typeOf(column),
    width: column.width ?? 'auto',
    horizontal_align: column.align,
  };
}

function typeOf<Row>(column: TableColumn<Row>): z.infer<typeof tableColumnShape>['data_type'] {
  if ('text' in column) return 'text';
  if ('markdown' in column) return 'markdown';
  return 'number' in column ? 'number' : 'options';
}

function cellOf<Row>(column: TableColumn<Row>, row: Row): unknown {
  if ('text' in column) return cleanText(column.text(row));
  if ('markdown' in column) return column.markdown(row).source;
  return 'number' in column ? column.number(row) : column.tags(row);
}
