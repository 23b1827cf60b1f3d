import { el } from '../dom.js';
import { colourClass, pixels, setSpacing } from './colours.js';

const flexModes = new Set(['none', 'stretch', 'flow', 'bisect', 'trisect']);

function backgroundClass(style) {
  return style && style !== 'default' ? ['tinted', colourClass(style)] : [];
}

function column(element, card) {
  const vertical =
    ['center', 'bottom'].includes(element.vertical_align) && `valign-${element.vertical_align}`;
  const node = el(
    'div',
    {
      class: [
        'column',
        element.width === 'auto' && 'column-auto',
        vertical,
        ...backgroundClass(element.background_style),
      ],
    },
    card.children(element.elements ?? []),
  );
  const fixed = pixels(element.width, { from: 16, to: 600 });
  if (fixed !== undefined) node.style.setProperty('flex', `0 0 ${fixed}px`);
  else if (element.width !== 'auto') node.style.setProperty('flex-grow', String(Number(element.weight) || 1));
  setSpacing(node, element);
  return node;
}

/** The `column_set` component. */
export function columnSet(element, card) {
  const mode = flexModes.has(element.flex_mode) ? element.flex_mode : 'none';
  const align =
    ['center', 'right'].includes(element.horizontal_align) && `halign-${element.horizontal_align}`;
  const node = el(
    'div',
    { class: ['column-set', `flex-${mode}`, align, ...backgroundClass(element.background_style)] },
    (element.columns ?? []).map((each) => column(each, card)),
  );
  setSpacing(node, { margin: element.margin, horizontal_spacing: element.horizontal_spacing });
  return node;
}
