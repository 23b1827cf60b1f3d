import { z } from 'zod';
import { pixels, placed, plainTextShape, shortText } from './basics.ts';

const callbackShape = z.strictObject({
  type: z.literal('callback'),
  value: z.record(z.string(), z.unknown()),
});
const openUrlShape = z.strictObject({
  type: z.literal('open_url'),
  default_url: z.string().regex(/^https?:\/\//, 'must be an http(s) address'),
});

/** A button; in a form it has a name and submits or resets. */
export const buttonShape = z.strictObject({
  tag: z.literal('button'),
  name: z.string().min(1).optional(),
  text: shortText,
  type: z
    .enum([
      'default',
      'primary',
      'danger',
      'text',
      'primary_text',
      'danger_text',
      'primary_filled',
      'danger_filled',
    ])
    .optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: z.union([z.enum(['default', 'fill']), z.string().refine(pixels(1, 999), 'px')]).optional(),
  disabled: z.boolean().optional(),
  confirm: z.strictObject({ title: plainTextShape, text: plainTextShape.optional() }).optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
  behaviors: z
    .array(z.union([callbackShape, openUrlShape]))
    .min(1)
    .optional(),
  ...placed,
});

const width = z.union([z.enum(['default', 'fill']), z.string().refine(pixels(100, 999), 'at least 100px')]);

/** A text field; ours stand only in forms, so they have a name. */
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

/** A select; outside a form it has behaviors, in one a name. */
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

/** A box to tick; ours stand only in forms, so they have a name. */
export const checkerShape = z.strictObject({
  tag: z.literal('checker'),
  name: z.string().min(1),
  checked: z.boolean().optional(),
  text: plainTextShape,
  ...placed,
});

/** A day. */
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
