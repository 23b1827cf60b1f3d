import { el } from '../dom.js';
import { textBlock } from './text.js';

/** The `div` component: a text, and fields in one or two columns. */
export function div(element, card) {
  const fields = element.fields ?? [];
  return el('div', { class: 'div' }, [
    element.text && textBlock(element.text, card),
    fields.length > 0 &&
      el(
        'div',
        { class: 'fields' },
        fields.map(({ text, is_short: short }) =>
          el('div', { class: short ? 'field-short' : 'field-long' }, textBlock(text, card)),
        ),
      ),
  ]);
}

/** The `hr` component. */
export function hr() {
  return el('hr');
}
