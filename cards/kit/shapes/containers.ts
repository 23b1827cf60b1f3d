import { z } from 'zod';
import { edges, pixels, placed, plainTextShape } from './basics.ts';

/** A column; what it holds is checked element by element, as in the other containers. */
export const columnShape = z.strictObject({
  tag: z.literal('column'),
  width: z.union([z.enum(['auto', 'weighted']), z.string().refine(pixels(16, 600), '16–600px')]).optional(),
  weight: z.number().int().min(1).max(5).optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  background_style: z.string().optional(),
  padding: edges.optional(),
  elements: z.array(z.unknown()),
});

/** Columns side by side. */
export const columnSetShape = z.strictObject({
  tag: z.literal('column_set'),
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
  horizontal_spacing: z.enum(['small', 'medium', 'large', 'extra_large']).optional(),
  background_style: z.string().optional(),
  columns: z.array(z.unknown()).min(1),
  ...placed,
});

/** A panel that folds. */
export const panelShape = z.strictObject({
  tag: z.literal('collapsible_panel'),
  expanded: z.boolean().optional(),
  header: z.strictObject({ title: plainTextShape }),
  border: z.strictObject({ color: z.string().optional(), corner_radius: z.string().optional() }).optional(),
  elements: z.array(z.unknown()),
  ...placed,
});

/** A form. */
export const formShape = z.strictObject({
  tag: z.literal('form'),
  name: z.string().min(1),
  elements: z.array(z.unknown()),
  ...placed,
});
