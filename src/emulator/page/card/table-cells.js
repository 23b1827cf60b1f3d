import { el } from '../dom.js';
import { colourClass } from './colours.js';
import { larkLines } from './inline.js';
import { markdownNodes } from './markdown.js';
import { personNode } from './person.js';

function number(value, { precision, symbol = '', separator } = {}) {
  const digits =
    precision === undefined ? {} : { minimumFractionDigits: precision, maximumFractionDigits: precision };
  return (
    symbol +
    Number(value).toLocaleString('zh-CN', {
      useGrouping: separator ?? false,
      maximumFractionDigits: 10,
      ...digits,
    })
  );
}

function date(value, format = 'YYYY/MM/DD') {
  const at = new Date(Number(value) + 8 * 3_600_000).toISOString();
  const parts = {
    YYYY: at.slice(0, 4),
    MM: at.slice(5, 7),
    DD: at.slice(8, 10),
    HH: at.slice(11, 13),
    mm: at.slice(14, 16),
    ss: at.slice(17, 19),
  };
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts[part]);
}

const draw = {
  text: (value) => String(value),
  lark_md: (value, { card }) => larkLines(String(value), card),
  markdown: (value, { card }) => markdownNodes(String(value), card),
  number: (value, { column }) => number(value, column.format),
  date: (value, { column }) => date(value, column.date_format),
  options: (value) =>
    [value]
      .flat()
      .map(({ text, color }) => el('span', { class: ['text-tag', colourClass(color ?? 'neutral')] }, text)),
  persons: (value, { card }) => [value].flat().map((id) => personNode(id, card)),
};

/** The nodes of a table cell, by its column's data type. */
export function cellNodes(value, column, card) {
  if (value === undefined || value === null) return [];
  return [(draw[column.data_type] ?? draw.text)(value, { column, card })].flat();
}
