import { el } from '../dom.js';
import { setSpacing } from './colours.js';

/** A form's fields: read together, insisted on together. */
class FormFields {
  #fields = new Map();

  /** A field tells how to read, reset and mark it. */
  add(field) {
    this.#fields.set(field.name, field);
  }

  reset() {
    for (const field of this.#fields.values()) {
      field.reset();
      field.mark('');
    }
  }

  /** All values, or undefined when a required field is empty: then the first of them gets the focus, as in the client. */
  submit() {
    const entries = [...this.#fields.values()];
    const missing = entries.filter((field) => field.required && isEmpty(field.read()));
    for (const field of entries) field.mark(missing.includes(field) ? '此项必填' : '');
    missing[0]?.focus();
    if (missing.length > 0) return undefined;
    return Object.fromEntries(entries.map((field) => [field.name, field.read() ?? '']));
  }
}

function isEmpty(value) {
  return (
    value === undefined || value === '' || value === null || (Array.isArray(value) && value.length === 0)
  );
}

/** The `form` component. */
export function form(element, card) {
  const fields = new FormFields();
  const node = el(
    'div',
    { class: 'form', role: 'group', 'aria-label': '表单' },
    card.within({ form: fields }).children(element.elements ?? []),
  );
  setSpacing(node, element);
  return node;
}
