import { el } from '../dom.js';
import { inlineNodes } from './inline.js';
import { markdownBlocks } from './markdown-blocks.js';

const shownRows = 5;

function tableNode({ head, rows }, card) {
  const cells = (tag) => (texts) =>
    el(
      'tr',
      {},
      texts.map((text) => el(tag, {}, inlineNodes(text, card))),
    );
  const body = el('tbody', {}, rows.slice(0, shownRows).map(cells('td')));
  const more = rows.length - shownRows;
  const table = el('table', { class: 'md-table' }, [el('thead', {}, cells('th')(head)), body]);
  const show = () => {
    body.append(...rows.slice(shownRows).map(cells('td')));
    button.remove();
  };
  const button = el('button', { type: 'button', class: 'link-button', click: show }, `还有 ${more} 行`);
  return el('div', { class: 'scroll-x' }, [table, more > 0 && button]);
}

function listNode({ items }, card) {
  return el(
    'div',
    { class: 'md-list', role: 'list' },
    items.map(({ depth, ordered, mark, text }) =>
      el('div', { class: ['md-item', `md-depth-${depth}`], role: 'listitem' }, [
        el('span', { class: 'md-mark' }, ordered ? mark.replace(')', '.') : '•'),
        el('span', {}, inlineNodes(text, card)),
      ]),
    ),
  );
}

const draw = {
  code: ({ text }) => el('pre', { class: 'md-code' }, el('code', {}, text)),
  heading: ({ level, text }, card) =>
    el('p', { class: ['md-heading', `md-h${level}`] }, inlineNodes(text, card)),
  rule: () => el('hr'),
  quote: ({ text }, card) => el('blockquote', {}, markdownNodes(text, card)),
  table: tableNode,
  list: listNode,
  paragraph: ({ text }, card) => el('p', {}, inlineNodes(text, card)),
};

/** Markdown as DOM nodes. */
export function markdownNodes(text, card) {
  return markdownBlocks(text).map((block) => draw[block.kind](block, card));
}

/** The `markdown` component. */
export function markdown(element, card) {
  const align = ['center', 'right'].includes(element.text_align) && `align-${element.text_align}`;
  return el(
    'div',
    { class: ['markdown', sizeClass(element.text_size), align] },
    markdownNodes(element.content ?? '', card),
  );
}

/** The class of a text size; unknown ones are normal, as in the client. */
export function sizeClass(size) {
  return /^(heading(-[0-4])?|notation|normal|(x{0,4}-)?(large|small)|medium)$/.test(size ?? '')
    ? `size-${size}`
    : undefined;
}
