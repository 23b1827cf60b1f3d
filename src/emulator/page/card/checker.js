import { el } from '../dom.js';
import { pressed } from './press.js';
import { textNodes } from './text.js';

/** The `checker` component: a box to tick, with up to three buttons beside it. */
export function checker(element, card) {
  const node = el('input', { type: 'checkbox', disabled: element.disabled === true });
  const reset = () => {
    node.checked = element.checked ?? false;
  };
  reset();
  if (card.form)
    card.form.add({
      name: element.name,
      required: false,
      mark() {},
      focus: () => node.focus(),
      read: () => node.checked,
      reset,
    });
  else
    node.addEventListener(
      'change',
      () => void pressed(element, card, { node, extra: { checked: node.checked } }),
    );
  return el('div', { class: 'checker' }, [
    el('label', {}, [node, el('span', {}, textNodes(element.text, card))]),
    card.children(element.button_area?.buttons ?? []),
  ]);
}
