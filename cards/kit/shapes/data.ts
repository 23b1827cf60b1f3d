import { z } from 'zod';
import { tagColourSchema } from '../colours.ts';
import { align, markupSource, pixels, placed, textSize } from './basics.ts';

/** A table's column. */
export const tableColumnShape = z.strictObject({
  name: z.string().min(1),
  display_name: z.string(),
  data_type: z.enum(['text', 'markdown', 'number', 'options']),
  width: z
    .union([
      z.literal('auto'),
      z.string().regex(/^([1-9]\d?|100)%$/),
      z.string().refine(pixels(80, 600), '80–600px'),
    ])
    .optional(),
  horizontal_align: align.optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  format: z
    .strictObject({
      precision: z.number().int().min(0).max(10).optional(),
      symbol: z.string().max(1).optional(),
      separator: z.boolean().optional(),
    })
    .optional(),
});

const tagCellShape = z.strictObject({ text: z.string(), color: tagColourSchema });
/** What a cell of each column type holds. */
export const cellShapes = {
  text: z.string(),
  markdown: markupSource,
  number: z.number(),
  options: z.array(tagCellShape),
};

/** A table, paged by the client. */
export const tableShape = z.strictObject({
  tag: z.literal('table'),
  page_size: z.number().int().min(1).max(10),
  row_height: z
    .union([z.enum(['low', 'middle', 'high', 'auto']), z.string().refine(pixels(32, 124), '32–124px')])
    .optional(),
  row_max_height: z.string().refine(pixels(32, 999), '32–999px').optional(),
  freeze_first_column: z.boolean().optional(),
  header_style: z
    .strictObject({
      text_align: align.optional(),
      text_size: textSize.optional(),
      background_style: z.enum(['grey', 'none']).optional(),
      text_color: z.enum(['default', 'grey']).optional(),
      bold: z.boolean().optional(),
      lines: z.number().int().min(1).optional(),
    })
    .optional(),
  columns: z.array(tableColumnShape).min(1).max(50),
  rows: z.array(z.record(z.string(), z.unknown())),
  ...placed,
});

/** A VChart diagram. */
export const chartShape = z.strictObject({
  tag: z.literal('chart'),
  chart_spec: z.looseObject({ type: z.string() }),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
  height: z.union([z.literal('auto'), z.string().refine(pixels(1, 999), '1–999px')]).optional(),
  preview: z.boolean().optional(),
  ...placed,
});
