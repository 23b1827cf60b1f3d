import { el } from '../dom.js';
import { icon } from '../icons.js';
import { pixels } from './colours.js';
import { cellNodes } from './table-cells.js';

function widthOf(column) {
  const fixed = pixels(column.width, { from: 80, to: 600 });
  if (fixed !== undefined) return `${fixed}px`;
  return /^(\d{1,2}|100)%$/.test(column.width ?? '') ? column.width : undefined;
}

/** Pixels that the columns need: their own widths, 80 for those without. */
function leastWidth(columns) {
  return columns.reduce((sum, { width }) => sum + (pixels(width, { from: 80, to: 600 }) ?? 80), 0);
}

function colGroup(columns) {
  const cols = columns.map((column) => {
    const node = el('col');
    const width = widthOf(column);
    if (width) node.style.setProperty('width', width);
    return node;
  });
  return el('colgroup', {}, cols);
}

const alignOf = (column) =>
  ['center', 'right'].includes(column.horizontal_align) && `align-${column.horizontal_align}`;

function rowNode(row, columns, card) {
  return el(
    'tr',
    {},
    columns.map((column) =>
      el('td', { class: [alignOf(column)] }, cellNodes(row[column.name], column, card)),
    ),
  );
}

function pager(pages, show) {
  let page = 0;
  const label = el('span', { 'aria-live': 'polite' });
  const turn = (by) => () => {
    page = Math.min(pages - 1, Math.max(0, page + by));
    label.textContent = `${page + 1} / ${pages}`;
    previous.disabled = page === 0;
    next.disabled = page === pages - 1;
    show(page);
  };
  const previous = el(
    'button',
    { type: 'button', class: 'pager-button', 'aria-label': '上一页', click: turn(-1) },
    icon('left'),
  );
  const next = el(
    'button',
    { type: 'button', class: 'pager-button', 'aria-label': '下一页', click: turn(1) },
    icon('right'),
  );
  turn(0)();
  return el('div', { class: 'pager' }, [previous, label, next]);
}

function headRow(columns, style = {}) {
  const classes = [
    style.background_style === 'grey' && 'th-grey',
    style.text_color === 'grey' && 'th-dim',
    style.bold === false && 'th-light',
  ];
  const align = ['center', 'right'].includes(style.text_align) && `align-${style.text_align}`;
  return el(
    'tr',
    { class: classes },
    columns.map((column) =>
      el('th', { scope: 'col', class: [alignOf(column) || align] }, column.display_name ?? ''),
    ),
  );
}

/** The `table` component, paged as in the client. */
export function table(element, card) {
  const { columns = [], rows = [], header_style: style } = element;
  const size = Math.min(10, Math.max(1, element.page_size ?? 5));
  const body = el('tbody');
  const show = (page) => {
    body.replaceChildren(
      ...rows.slice(page * size, (page + 1) * size).map((row) => rowNode(row, columns, card)),
    );
  };
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const grid = el(
    'table',
    {
      class: [
        'card-table',
        element.freeze_first_column && 'freeze-first',
        `rows-${element.row_height ?? 'low'}`,
      ],
    },
    [colGroup(columns), el('thead', {}, headRow(columns, style)), body],
  );
  // The client keeps pixel widths and scrolls sideways; squeezed columns would be unreadable on a phone.
  grid.style.setProperty('min-width', `${leastWidth(columns)}px`);
  show(0);
  return el('div', { class: 'table' }, [
    el('div', { class: 'scroll-x', tabindex: '0', role: 'group', 'aria-label': '表格' }, grid),
    pages > 1 && pager(pages, show),
  ]);
}
