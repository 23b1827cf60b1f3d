import { z } from 'zod';
import { base, icon, text, width } from './shapes.ts';

/** The properties of components that only show something (fact sheet §3.4). */
export const contentShapes = {
  markdown: z.strictObject({
    ...base,
    content: z.string(),
    i18n_content: z.record(z.string(), z.string()).optional(),
    text_align: z.enum(['left', 'center', 'right']).optional(),
    text_size: z.string().optional(),
    icon: icon.optional(),
  }),
  div: z.strictObject({
    ...base,
    text: text.optional(),
    fields: z.array(z.strictObject({ is_short: z.boolean().optional(), text })).optional(),
    icon: icon.optional(),
    width: width(['fill', 'auto'], { from: 16, to: 999 }).optional(),
  }),
  hr: z.strictObject(base),
  img: z.strictObject({
    ...base,
    img_key: z.string(),
    alt: text,
    title: text.optional(),
    scale_type: z.string().optional(),
    size: z.string().optional(),
    corner_radius: z.string().optional(),
    preview: z.boolean().optional(),
    transparent: z.boolean().optional(),
  }),
  img_combination: z.strictObject({
    ...base,
    combination_mode: z.string(),
    corner_radius: z.string().optional(),
    img_list: z.array(z.strictObject({ img_key: z.string() })),
  }),
  person: z.strictObject({
    ...base,
    user_id: z.string(),
    size: z.string().optional(),
    show_avatar: z.boolean().optional(),
    show_name: z.boolean().optional(),
    style: z.enum(['normal', 'capsule']).optional(),
  }),
  person_list: z.strictObject({
    ...base,
    persons: z.array(z.strictObject({ id: z.string() })),
    size: z.string().optional(),
    lines: z.int().positive().optional(),
    show_name: z.boolean().optional(),
    show_avatar: z.boolean().optional(),
    drop_invalid_user_id: z.boolean().optional(),
  }),
  chart: z.strictObject({
    ...base,
    chart_spec: z.unknown(),
    aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
    color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
    height: width(['auto'], { from: 1, to: 999 }).optional(),
    preview: z.boolean().optional(),
  }),
};
