import { el } from '../dom.js';
import { colourClass } from './colours.js';
import { larkLines } from './inline.js';
import { markdownNodes, sizeClass } from './markdown.js';

/** The nodes of a text object of any kind. */
export function textNodes(text, card) {
  if (!text) return [];
  if (text.tag === 'lark_md') return larkLines(text.content ?? '', card);
  if (text.tag === 'markdown') return markdownNodes(text.content ?? '', card);
  return [text.content ?? ''];
}

/** A text object with its size, colour and alignment. */
export function textBlock(text, card) {
  const align = ['center', 'right'].includes(text?.text_align) && `align-${text.text_align}`;
  return el(
    'div',
    { class: ['text', sizeClass(text?.text_size), colourClass(text?.text_color), align] },
    textNodes(text, card),
  );
}

/** Its bare words, for names and hints. */
export function textOf(text) {
  return text?.content ?? '';
}
