import { z } from 'zod';
import { tagColourSchema, templateSchema } from '../colours.ts';
import { plainTextShape } from './basics.ts';

const headerShape = z.strictObject({
  title: plainTextShape,
  subtitle: plainTextShape.optional(),
  template: templateSchema.optional(),
  text_tag_list: z
    .array(z.strictObject({ tag: z.literal('text_tag'), text: plainTextShape, color: tagColourSchema }))
    .max(3)
    .optional(),
});

/** The card around its elements. */
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
