import { el } from '../dom.js';
import { field } from './field.js';
import { textOf } from './text.js';

/** The `input` component, one line or several. */
export function input(element, card) {
  const attributes = {
    class: 'control',
    placeholder: textOf(element.placeholder) || undefined,
    maxlength: element.max_length ?? 1000,
  };
  const isLong = element.input_type === 'multiline_text';
  const type = element.input_type === 'password' ? 'password' : 'text';
  const node = isLong
    ? el('textarea', { ...attributes, rows: element.rows ?? 5 })
    : el('input', { ...attributes, type, autocomplete: 'off' });
  const reset = () => {
    node.value = element.default_value ?? '';
  };
  reset();
  return field(element, card, {
    node,
    reset,
    read: () => node.value,
    press: () => ({ input_value: node.value }),
  });
}
