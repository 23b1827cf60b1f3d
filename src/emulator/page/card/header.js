import { el } from '../dom.js';
import { colourClass } from './colours.js';
import { textNodes } from './text.js';

const shownTags = 3;

/** The card's title bar. */
export function header(element, card) {
  const tags = (element.text_tag_list ?? []).slice(0, shownTags);
  return el(
    'div',
    { class: ['card-header', element.template !== 'default' && colourClass(element.template)] },
    [
      el('div', { class: 'card-title-line' }, [
        el(
          'div',
          { class: 'card-title', role: 'heading', 'aria-level': card.level ?? 3 },
          textNodes(element.title, card),
        ),
        tags.map((tag) =>
          el('span', { class: ['text-tag', colourClass(tag.color ?? 'neutral')] }, textNodes(tag.text, card)),
        ),
      ]),
      element.subtitle && el('div', { class: 'card-subtitle' }, textNodes(element.subtitle, card)),
    ],
  );
}
