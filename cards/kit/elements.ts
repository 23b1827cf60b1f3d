import type { z } from 'zod';
import type { columnSetShape, columnShape, formShape, panelShape } from './shapes/containers.ts';
import type { divShape, hrShape, markdownShape } from './shapes/content.ts';
import type { chartShape, tableShape } from './shapes/data.ts';
import type { buttonShape, checkerShape, datePickerShape, inputShape, selectShape } from './shapes/fields.ts';

/** A text in markdown. */
export type MarkdownElement = z.infer<typeof markdownShape>;
/** A plain text. */
export type DivElement = z.infer<typeof divShape>;
/** A dividing line. */
export type HrElement = z.infer<typeof hrShape>;
/** A chart. */
export type ChartElement = z.infer<typeof chartShape>;
/** A button. */
export type ButtonElement = z.infer<typeof buttonShape>;
/** A text field. */
export type InputElement = z.infer<typeof inputShape>;
/** A select. */
export type SelectElement = z.infer<typeof selectShape>;
/** A box to tick. */
export type CheckerElement = z.infer<typeof checkerShape>;
/** A day to pick. */
export type DatePickerElement = z.infer<typeof datePickerShape>;
/** A table; it stands at the root of the card. */
export type TableElement = z.infer<typeof tableShape>;

/** A column of a column set. */
export interface ColumnElement extends Omit<z.infer<typeof columnShape>, 'elements'> {
  readonly elements: readonly Element[];
}
/** Columns side by side. */
export interface ColumnSetElement extends Omit<z.infer<typeof columnSetShape>, 'columns'> {
  readonly columns: readonly ColumnElement[];
}
/** A panel that folds; nothing that is a form or a table may be in it. */
export interface PanelElement extends Omit<z.infer<typeof panelShape>, 'elements'> {
  readonly elements: readonly Element[];
}
/** A form; it stands at the root of the card and holds a submit button. */
export interface FormElement extends Omit<z.infer<typeof formShape>, 'elements'> {
  readonly elements: readonly Element[];
}

/** What may stand in a container. */
export type Element =
  | MarkdownElement
  | DivElement
  | HrElement
  | ColumnSetElement
  | PanelElement
  | ChartElement
  | ButtonElement
  | InputElement
  | SelectElement
  | CheckerElement
  | DatePickerElement;

/** What may stand at the root of a card: forms and tables only there. */
export type BodyElement = Element | FormElement | TableElement;

/** An element that may be absent, so that cards can be written as one list. */
export type Maybe<T> = T | false | undefined;

/** The elements that are there. */
export function present<T>(elements: readonly Maybe<T>[]): T[] {
  return elements.filter((element): element is T => element !== false && element !== undefined);
}
