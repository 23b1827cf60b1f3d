import { z } from 'zod';
import type { MarkupSource } from '../markup.ts';

// The part of Card JSON 2.0 that our cards use (fact sheet §3), one strict shape a tag: the platform refuses what it does
// not know. This file: what several tags share.

const isText = (value: unknown) => typeof value === 'string';
/** Markdown that our kit made. */
export const markupSource = z.custom<MarkupSource>(isText, 'must be a string');

/** A text object that is shown literally. */
export const plainTextShape = z.strictObject({ tag: z.literal('plain_text'), content: z.string() });
/** A text object of 1–100 characters: buttons, placeholders, options. */
export const shortText = plainTextShape.extend({ content: z.string().min(1).max(100) });

/** Names of text sizes. */
export const textSize = z.enum([
  'heading',
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'normal',
  'notation',
]);
/** Where text stands in its line. */
export const align = z.enum(['left', 'center', 'right']);
const elementId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/, 'element_id must be a letter and up to 19 letters, digits, _');
/** Margins and paddings, −99…99 px, one to four values. */
export const edges = z.string().regex(/^-?\d{1,2}px( -?\d{1,2}px){0,3}$/);
/** What every component may carry. */
export const placed = { element_id: elementId.optional(), margin: edges.optional() };
/** Whether a text is a size in pixels within bounds. */
export const pixels = (low: number, high: number) => (text: string) => {
  const size = /^(\d+)px$/.exec(text)?.[1];
  return size !== undefined && Number(size) >= low && Number(size) <= high;
};
