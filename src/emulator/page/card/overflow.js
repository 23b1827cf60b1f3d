import { el } from '../dom.js';
import { icon } from '../icons.js';
import { pressed } from './press.js';
import { textOf } from './text.js';

/** The `overflow` component: a menu behind three dots. */
export function overflow(element, card) {
  const choose = (option) => async () => {
    box.open = false;
    await pressed(element, card, { node: summary, extra: { option: option.value }, always: true });
  };
  const summary = el(
    'summary',
    { class: 'btn btn-default btn-small', 'aria-label': '更多操作' },
    icon('more'),
  );
  const items = (element.options ?? []).map((option) =>
    el('button', { type: 'button', click: choose(option) }, textOf(option.text)),
  );
  const box = el('details', { class: 'overflow' }, [summary, el('div', { class: 'menu' }, items)]);
  return box;
}
