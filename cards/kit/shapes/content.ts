import { z } from 'zod';
import { align, markupSource, placed, plainTextShape, textSize } from './basics.ts';

/** The shape of a markdown component (fact sheet §3.4). */
export const markdownShape = z.strictObject({
  tag: z.literal('markdown'),
  content: markupSource,
  text_align: align.optional(),
  text_size: textSize.optional(),
  ...placed,
});

/** A plain text with a size and a colour. */
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

/** A dividing line. */
export const hrShape = z.strictObject({ tag: z.literal('hr'), ...placed });
