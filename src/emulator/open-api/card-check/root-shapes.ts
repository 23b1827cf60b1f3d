import { z } from 'zod';
import { children, icon, layout, multiUrl, padding, text } from './shapes.ts';

const templates = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
] as const;
const tagColours = [
  'neutral',
  'blue',
  'turquoise',
  'lime',
  'orange',
  'violet',
  'indigo',
  'wathet',
  'green',
  'yellow',
  'red',
  'purple',
  'carmine',
] as const;

/** The colours that text tags and options take. */
export const tagColour = z.enum(tagColours);

const headerTag = z.strictObject({
  tag: z.literal('text_tag'),
  element_id: z.string().optional(),
  text,
  color: tagColour.optional(),
});

const config = z.strictObject({
  update_multi: z.literal(true).optional(),
  enable_forward: z.boolean().optional(),
  enable_forward_interaction: z.boolean().optional(),
  width_mode: z.enum(['default', 'compact', 'fill']).optional(),
  summary: z
    .strictObject({ content: z.string(), i18n_content: z.record(z.string(), z.string()).optional() })
    .optional(),
  locales: z.array(z.string()).optional(),
  streaming_mode: z.boolean().optional(),
  streaming_config: z
    .strictObject({
      print_frequency_ms: z.unknown(),
      print_step: z.unknown(),
      print_strategy: z.enum(['fast', 'delay']),
    })
    .partial()
    .optional(),
  use_custom_translation: z.boolean().optional(),
  style: z
    .strictObject({
      text_size: z.record(
        z.string(),
        z.strictObject({ default: z.string(), pc: z.string(), mobile: z.string() }).partial(),
      ),
      color: z.record(z.string(), z.strictObject({ light_mode: z.string(), dark_mode: z.string() })),
    })
    .partial()
    .optional(),
});

/** The root of a 2.0 card (fact sheet §3.1). */
export const root = z.strictObject({
  schema: z.literal('2.0'),
  config: config.optional(),
  card_link: multiUrl.optional(),
  header: z
    .strictObject({
      title: text,
      subtitle: text.optional(),
      template: z.enum(templates).optional(),
      text_tag_list: z.array(headerTag).optional(),
      i18n_text_tag_list: z.record(z.string(), z.array(headerTag)).optional(),
      icon: icon.optional(),
      padding: padding.optional(),
    })
    .optional(),
  body: z.strictObject({ ...layout, elements: children }),
});
