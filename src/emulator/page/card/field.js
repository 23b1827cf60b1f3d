import { el } from '../dom.js';
import { pixels } from './colours.js';
import { pressed } from './press.js';
import { textNodes, textOf } from './text.js';

let fieldNumber = 0;

/**
 * Puts a control into its place: with its label and its error line, registered with the form around it, or firing by itself
 * when there is none. `control` is `{ node, read, reset, press }`; `press` names its value in a stand-alone callback.
 */
export function field(element, card, control) {
  const id = `field-${++fieldNumber}`;
  const error = el('span', { class: 'field-error', id: `${id}-error`, role: 'alert' });
  const { node } = control;
  node.id = id;
  node.setAttribute('aria-describedby', error.id);
  if (element.required) node.setAttribute('aria-required', 'true');
  const name = textOf(element.label) || textOf(element.placeholder) || textOf(element.text);
  if (!element.label && name) node.setAttribute('aria-label', name);
  if (element.disabled) node.disabled = true;
  const mark = (message) => {
    error.textContent = message;
    node.toggleAttribute('aria-invalid', message !== '');
  };
  node.addEventListener('input', () => mark(''));
  const entry = {
    name: element.name,
    required: element.required === true,
    mark,
    focus: () => node.focus(),
    read: control.read,
    reset: control.reset,
  };
  if (card.form) card.form.add(entry);
  else listen(element, card, control);
  return wrapped(element, card, { id, node, error });
}

function listen(element, card, { node, press }) {
  node.addEventListener('change', () => void pressed(element, card, { node, extra: press(), always: true }));
}

function wrapped(element, card, { id, node, error }) {
  const left = element.label_position === 'left';
  const label =
    element.label &&
    el('label', { for: id, class: 'field-label' }, [
      textNodes(element.label, card),
      element.required && el('span', { class: 'required', 'aria-hidden': 'true' }, '*'),
    ]);
  const box = el(
    'div',
    { class: ['field', left && 'field-left', element.width === 'fill' && 'field-fill'] },
    [label, el('div', { class: 'field-control' }, [node, error])],
  );
  const width = pixels(element.width, { from: 100, to: 999 });
  if (width !== undefined) node.style.setProperty('width', `${width}px`);
  return box;
}
