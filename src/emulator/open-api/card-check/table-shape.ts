import { z } from 'zod';
import { tagColour } from './root-shapes.ts';
import { base, width } from './shapes.ts';

const dataTypes = ['text', 'lark_md', 'markdown', 'number', 'options', 'persons', 'date'] as const;

/** A percentage from 1 to 100, `auto`, or 80–600 px. */
const columnWidth = z.union([z.string().regex(/^([1-9]\d?|100)%$/), width(['auto'], { from: 80, to: 600 })]);

const column = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  data_type: z.enum(dataTypes),
  width: columnWidth.optional(),
  horizontal_align: z.enum(['left', 'center', 'right']).optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  format: z
    .strictObject({
      precision: z.int().min(0).max(10).optional(),
      symbol: z.string().max(1).optional(),
      separator: z.boolean().optional(),
    })
    .optional(),
  date_format: z.string().optional(),
});

/** The properties of a table; its rows are checked apart, since they have codes of their own. */
export const table = z.strictObject({
  ...base,
  page_size: z.int().min(1).max(10).optional(),
  row_height: width(['low', 'middle', 'high', 'auto'], { from: 32, to: 124 }).optional(),
  row_max_height: width([], { from: 32, to: 999 }).optional(),
  freeze_first_column: z.boolean().optional(),
  header_style: z
    .strictObject({
      text_align: z.enum(['left', 'center', 'right']).optional(),
      text_size: z.string().optional(),
      background_style: z.enum(['grey', 'none']).optional(),
      text_color: z.enum(['default', 'grey']).optional(),
      bold: z.boolean().optional(),
      lines: z.int().positive().optional(),
    })
    .optional(),
  columns: z.array(column).min(1),
  rows: z.array(z.unknown()),
});

/** What a cell must be, by the data type of its column. */
export const cells: Record<(typeof dataTypes)[number], z.ZodType> = {
  text: z.string(),
  lark_md: z.string(),
  markdown: z.string(),
  number: z.number(),
  options: z.array(z.strictObject({ text: z.string(), color: tagColour.optional() })),
  persons: z.union([z.string(), z.array(z.string())]),
  date: z.number(),
};
