import { z } from 'zod';
import { tagColourSchema, templateSchema } from './colours.ts';
import type { MarkupSource } from './markup.ts';

// The part of Card JSON 2.0 that our cards use (fact sheet §3), one strict shape a tag: the platform refuses what it does not know.

const isText = (value: unknown) => typeof value === 'string';
const markupSource = z.custom<MarkupSource>(isText, 'must be a string');

export const plainTextShape = z.strictObject({ tag: z.literal('plain_text'), content: z.string() });
const shortText = plainTextShape.extend({ content: z.string().min(1).max(100) });

const textSize = z.enum(['heading', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'normal', 'notation']);
const align = z.enum(['left', 'center', 'right']);
const elementId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/, 'element_id must be a letter and up to 19 letters, digits, _');
const edges = z.string().regex(/^-?\d{1,2}px( -?\d{1,2}px){0,3}$/);
const placed = { element_id: elementId.optional(), margin: edges.optional() };
const pixels = (low: number, high: number) => (text: string) => {
  const size = /^(\d+)px$/.exec(text)?.[1];
  return size !== undefined && Number(size) >= low && Number(size) <= high;
};

export const markdownShape = z.strictObject({
  tag: z.literal('markdown'),
  content: markupSource,
  text_align: align.optional(),
  text_size: textSize.optional(),
  ...placed,
});

export const divShape = z.strictObject({
  tag: z.literal('div'),
  text: plainTextShape.extend({
    text_size: textSize.optional(),
    text_color: z.string().optional(),
    text_align: align.optional(),
    lines: z.number().int().min(1).optional(),
  }),
  ...placed,
});

export const hrShape = z.strictObject({ tag: z.literal('hr'), ...placed });

export const columnShape = z.strictObject({
  tag: z.literal('column'),
  width: z
    .union([z.enum(['auto', 'weighted']), z.string().refine(pixels(16, 600), '16–600px')])
    .optional(),
  weight: z.number().int().min(1).max(5).optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  background_style: z.string().optional(),
  padding: edges.optional(),
  elements: z.array(z.unknown()),
});

export const columnSetShape = z.strictObject({
  tag: z.literal('column_set'),
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
  horizontal_spacing: z.enum(['small', 'medium', 'large', 'extra_large']).optional(),
  background_style: z.string().optional(),
  columns: z.array(z.unknown()).min(1),
  ...placed,
});

export const panelShape = z.strictObject({
  tag: z.literal('collapsible_panel'),
  expanded: z.boolean().optional(),
  header: z.strictObject({ title: plainTextShape }),
  border: z.strictObject({ color: z.string().optional(), corner_radius: z.string().optional() }).optional(),
  elements: z.array(z.unknown()),
  ...placed,
});

export const formShape = z.strictObject({
  tag: z.literal('form'),
  name: z.string().min(1),
  elements: z.array(z.unknown()),
  ...placed,
});

const callbackShape = z.strictObject({
  type: z.literal('callback'),
  value: z.record(z.string(), z.unknown()),
});
const openUrlShape = z.strictObject({
  type: z.literal('open_url'),
  default_url: z.string().regex(/^https?:\/\//, 'must be an http(s) address'),
});

export const buttonShape = z.strictObject({
  tag: z.literal('button'),
  name: z.string().min(1).optional(),
  text: shortText,
  type: z
    .enum(['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled'])
    .optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: z.union([z.enum(['default', 'fill']), z.string().refine(pixels(1, 999), 'px')]).optional(),
  disabled: z.boolean().optional(),
  confirm: z.strictObject({ title: plainTextShape, text: plainTextShape.optional() }).optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
  behaviors: z.array(z.union([callbackShape, openUrlShape])).min(1).optional(),
  ...placed,
});

const width = z.union([z.enum(['default', 'fill']), z.string().refine(pixels(100, 999), 'at least 100px')]);

export const inputShape = z.strictObject({
  tag: z.literal('input'),
  name: z.string().min(1),
  required: z.boolean().optional(),
  placeholder: shortText.optional(),
  default_value: z.string().optional(),
  label: plainTextShape.optional(),
  label_position: z.enum(['top', 'left']).optional(),
  input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
  rows: z.number().int().min(1).optional(),
  max_length: z.number().int().min(1).max(1000).optional(),
  width: width.optional(),
  ...placed,
});

export const selectShape = z.strictObject({
  tag: z.literal('select_static'),
  name: z.string().min(1).optional(),
  required: z.boolean().optional(),
  placeholder: shortText.optional(),
  options: z.array(z.strictObject({ text: shortText, value: z.string().min(1) })).min(1),
  initial_option: z.string().optional(),
  width: width.optional(),
  behaviors: z.array(callbackShape).min(1).optional(),
  ...placed,
});

export const datePickerShape = z.strictObject({
  tag: z.literal('date_picker'),
  name: z.string().min(1),
  required: z.boolean().optional(),
  placeholder: shortText.optional(),
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  width: width.optional(),
  ...placed,
});

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

export const tagCellShape = z.strictObject({ text: z.string(), color: tagColourSchema });
export const cellShapes = {
  text: z.string(),
  markdown: markupSource,
  number: z.number(),
  options: z.array(tagCellShape),
};

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

export const chartShape = z.strictObject({
  tag: z.literal('chart'),
  chart_spec: z.looseObject({ type: z.string() }),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
  height: z.union([z.literal('auto'), z.string().refine(pixels(1, 999), '1–999px')]).optional(),
  preview: z.boolean().optional(),
  ...placed,
});

export const headerShape = z.strictObject({
  title: plainTextShape,
  subtitle: plainTextShape.optional(),
  template: templateSchema.optional(),
  text_tag_list: z
    .array(z.strictObject({ tag: z.literal('text_tag'), text: plainTextShape, color: tagColourSchema }))
    .max(3)
    .optional(),
});

export const rootShape = z.strictObject({
  schema: z.literal('2.0'),
  config: z.strictObject({
    update_multi: z.literal(true),
    enable_forward: z.literal(false),
    width_mode: z.enum(['default', 'compact', 'fill']).optional(),
    summary: z.strictObject({ content: z.string() }).optional(),
  }),
  header: headerShape,
  body: z.strictObject({ elements: z.array(z.unknown()).min(1) }),
});
