import { z } from 'zod';
import { icon, multiUrl, padding, pressable, shortText, text, width } from './shapes.ts';

const fieldWidth = width(['default', 'fill', 'auto'], { from: 16, to: 999 }).optional();

/** What a field of a form may carry. */
const field = {
  ...pressable,
  required: z.boolean().optional(),
  placeholder: shortText.optional(),
  width: fieldWidth,
};

const option = z.strictObject({ text: shortText, value: z.string(), icon: icon.optional() });
const person = z.strictObject({ value: z.string() });
const menu = { ...field, type: z.enum(['default', 'text']).optional() };

const buttonTypes = [
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
] as const;

/** The properties of components that people press or fill (fact sheet §3.6). */
export const interactiveShapes = {
  button: z.strictObject({
    ...pressable,
    text: shortText.optional(),
    type: z.enum(buttonTypes).optional(),
    size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
    width: fieldWidth,
    icon: icon.optional(),
    required: z.boolean().optional(),
    form_action_type: z.enum(['submit', 'reset']).optional(),
  }),
  input: z.strictObject({
    ...field,
    default_value: z.string().optional(),
    label: text.optional(),
    label_position: z.enum(['top', 'left']).optional(),
    input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
    show_icon: z.boolean().optional(),
    rows: z.int().positive().optional(),
    auto_resize: z.boolean().optional(),
    max_rows: z.int().positive().optional(),
    max_length: z.int().min(1).max(1000).optional(),
  }),
  select_static: z.strictObject({
    ...menu,
    options: z.array(option).min(1),
    initial_option: z.string().optional(),
    initial_index: z.int().min(1).optional(),
  }),
  multi_select_static: z.strictObject({
    ...menu,
    options: z.array(option).min(1),
    selected_values: z.array(z.string()).optional(),
  }),
  select_person: z.strictObject({
    ...menu,
    options: z.array(person).optional(),
    initial_option: z.string().optional(),
  }),
  multi_select_person: z.strictObject({
    ...menu,
    options: z.array(person).optional(),
    selected_values: z.array(z.string()).optional(),
  }),
  date_picker: z.strictObject({ ...field, initial_date: z.iso.date().optional() }),
  picker_time: z.strictObject({
    ...field,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
  }),
  picker_datetime: z.strictObject({
    ...field,
    initial_datetime: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
      .optional(),
  }),
  checker: z.strictObject({
    ...pressable,
    checked: z.boolean().optional(),
    text: text.optional(),
    padding: padding.optional(),
    overall_checkable: z.boolean().optional(),
    checked_style: z
      .strictObject({ show_strikethrough: z.boolean().optional(), opacity: z.number().optional() })
      .optional(),
    button_area: z
      .strictObject({ pc_display_rule: z.string().optional(), buttons: z.array(z.unknown()).max(3) })
      .optional(),
  }),
  overflow: z.strictObject({
    ...pressable,
    width: fieldWidth,
    options: z
      .array(
        z.strictObject({ text: shortText, value: z.string().optional(), multi_url: multiUrl.optional() }),
      )
      .min(1),
  }),
  select_img: z.strictObject({
    ...field,
    options: z.array(z.strictObject({ img_key: z.string(), value: z.string() })).min(1),
    multi_select: z.boolean().optional(),
    layout: z.string().optional(),
    can_preview: z.boolean().optional(),
    aspect_ratio: z.string().optional(),
    selected_values: z.array(z.string()).optional(),
  }),
};
