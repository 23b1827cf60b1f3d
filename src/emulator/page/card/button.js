import { el } from '../dom.js';
import { pixels } from './colours.js';
import { behaviourOf, pressed } from './press.js';
import { textNodes, textOf } from './text.js';

const types = new Set([
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
]);

async function pressButton(element, card, node) {
  const action = element.form_action_type;
  if (action === 'reset') return card.form?.reset();
  if (action !== 'submit') return pressed(element, card, { node });
  const formValue = card.form?.submit();
  if (formValue) await pressed(element, card, { node, extra: { form_value: formValue }, always: true });
}

/** The `button` component: a press, a link, a form's submit or reset. */
export function button(element, card) {
  const { callback, openUrl } = behaviourOf(element);
  const isInert = !element.form_action_type && !callback && !openUrl;
  const node = el(
    'button',
    {
      type: 'button',
      class: [
        'btn',
        `btn-${types.has(element.type) ? element.type : 'default'}`,
        `btn-${element.size ?? 'medium'}`,
        element.width === 'fill' && 'btn-fill',
      ],
      disabled: element.disabled === true || isInert,
      title: textOf(element.disabled ? element.disabled_tips : element.hover_tips) || undefined,
      click: () => pressButton(element, card, node),
    },
    textNodes(element.text, card),
  );
  const width = pixels(element.width, { from: 16, to: 999 });
  if (width !== undefined) node.style.setProperty('width', `${width}px`);
  return node;
}
