import type { z } from 'zod';
import { columnSetShape, columnShape, formShape, panelShape } from './shapes/containers.ts';
import { divShape, hrShape, markdownShape } from './shapes/content.ts';
import { chartShape, tableShape } from './shapes/data.ts';
import { buttonShape, checkerShape, datePickerShape, inputShape, selectShape } from './shapes/fields.ts';

/** Why a card may not be sent: a stable code, where in the card, and what it was. */
export interface CardProblem {
  readonly code: string;
  readonly path: string;
  readonly detail: string;
}

/** Makes a problem. */
export function problem(code: string, path: string, detail: string): CardProblem {
  return { code, path, detail };
}

/** The strict shape of each tag that our cards use. */
export const shapes: Readonly<Record<string, z.ZodType>> = {
  markdown: markdownShape,
  div: divShape,
  hr: hrShape,
  column_set: columnSetShape,
  column: columnShape,
  collapsible_panel: panelShape,
  form: formShape,
  button: buttonShape,
  input: inputShape,
  select_static: selectShape,
  checker: checkerShape,
  date_picker: datePickerShape,
  table: tableShape,
  chart: chartShape,
};

/** What of a value does not fit the shape; properties that the platform does not know are `unknown_property`. */
export function checkShape(shape: z.ZodType, value: unknown, path: string): CardProblem[] {
  const result = shape.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) =>
    problem(
      issue.code === 'unrecognized_keys' ? 'unknown_property' : 'wrong_value',
      [path, ...issue.path.map(String)].filter((part) => part !== '').join('.'),
      issue.message,
    ),
  );
}
