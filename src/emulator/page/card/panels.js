import { el } from '../dom.js';
import { icon } from '../icons.js';
import { colourClass, setSpacing } from './colours.js';
import { behaviourOf, pressed } from './press.js';
import { textNodes } from './text.js';

/** The `collapsible_panel` component. */
export function collapsiblePanel(element, card) {
  const { title, background_color: background } = element.header ?? {};
  const body = el('div', { class: 'panel-body' }, card.children(element.elements ?? []));
  setSpacing(body, element);
  return el(
    'details',
    { class: ['collapsible', element.border && 'bordered'], open: element.expanded === true },
    [
      el('summary', { class: [background && 'tinted', colourClass(background)] }, [
        icon('right'),
        el('span', {}, textNodes(title, card)),
      ]),
      body,
    ],
  );
}

/** The `interactive_container` component: pressable as a whole; what is inside and can be pressed wins. */
export function interactiveContainer(element, card) {
  const { callback, openUrl } = behaviourOf(element);
  const isLive = Boolean(callback || openUrl) && !element.disabled;
  const press = (event) => {
    const inner = event.target.closest('button, a, input, select, textarea, summary');
    const byKey = event.type === 'keydown';
    if (!isLive || (inner && node.contains(inner))) return;
    if (byKey && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    void pressed(element, card, { node });
  };
  const node = el(
    'div',
    {
      class: [
        'interactive',
        element.has_border && 'bordered',
        isLive && 'live',
        element.background_style && 'tinted',
        colourClass(element.background_style),
      ],
      role: isLive ? 'button' : 'group',
      tabindex: isLive ? '0' : undefined,
      click: press,
      keydown: press,
    },
    card.children(element.elements ?? []),
  );
  setSpacing(node, element);
  return node;
}
