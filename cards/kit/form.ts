import { markdown, plainText } from './content.ts';
import {
  type CheckerElement,
  type DatePickerElement,
  type Element,
  type FormElement,
  type InputElement,
  type Maybe,
  present,
  type SelectElement,
} from './elements.ts';
import { cleanText, cut, md, nothing } from './markup.ts';
import { type Option, optionsOf } from './option.ts';
import { coloured } from './phrasing.ts';

interface Field {
  /** Under which the value arrives in the press's `form`; unique in the card. */
  readonly name: string;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
}

/** A form. It stands at the root of the card and needs a submit button among its elements. */
export function form(name: string, elements: readonly Maybe<Element>[]): FormElement {
  return { tag: 'form', name, elements: present(elements) };
}

function fieldOf({ name, placeholder, required }: Field) {
  return {
    name,
    required: required === true ? true : undefined,
    placeholder: placeholder === undefined ? undefined : plainText(cut(placeholder, 100)),
  };
}

/** A field with its name above it: the platform gives labels to inputs alone, and a chosen word may not say what it is. A required one is marked as the platform marks an input. */
export function labelled(label: string, field: SelectElement | DatePickerElement): Element[] {
  const mark = field.required === true ? md` ${coloured('red', '*')}` : nothing;
  // A form parts its elements by 12 px (fact sheet §3.3); a label stands 4 px above its field.
  return [{ ...markdown(md`${label}${mark}`), margin: '0px 0px -8px 0px' }, field];
}

/** A text field; `multiline` gives it four rows. `value` is what it holds at first, `max` its longest text (≤ 1000). */
export function input(
  field: Field & {
    readonly label?: string | undefined;
    readonly value?: string | undefined;
    readonly multiline?: boolean;
    readonly max?: number;
  },
): InputElement {
  return {
    tag: 'input',
    ...fieldOf(field),
    label: field.label === undefined ? undefined : plainText(field.label),
    label_position: field.label === undefined ? undefined : 'top',
    default_value: field.value === undefined ? undefined : cleanText(field.value),
    ...(field.multiline ? { input_type: 'multiline_text' as const, rows: 4 } : {}),
    max_length: field.max ?? 200,
    width: 'fill',
  };
}

/** A select within a form; `chosen` only counts when it is among the options. */
export function selectStatic(
  field: Field & {
    readonly options: readonly Option[];
    readonly chosen?: string | undefined;
    /** Characters of an option's text that are kept, for long lists. */
    readonly textLength?: number;
  },
): SelectElement {
  const known = field.options.some((option) => option.value === field.chosen);
  return {
    tag: 'select_static',
    ...fieldOf(field),
    options: optionsOf(field.options, field.textLength),
    initial_option: known ? field.chosen : undefined,
    width: 'fill',
  };
}

/** A box to tick within a form; it arrives as true or false. */
export function checker(field: { readonly name: string; readonly text: string }): CheckerElement {
  return { tag: 'checker', name: field.name, checked: false, text: plainText(field.text) };
}

/** A day within a form, `YYYY-MM-DD`. */
export function datePicker(field: Field & { readonly day?: string | undefined }): DatePickerElement {
  return { tag: 'date_picker', ...fieldOf(field), initial_date: field.day, width: 'fill' };
}
