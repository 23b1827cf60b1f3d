import type { Card } from '#cards/kit/card.ts';

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Markdown of our kit read as plain text: line breaks kept, tags and emphasis dropped, entities decoded last. */
function plain(markdown: string): string {
  return markdown
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/\*\*|~~|^#{1,6} /gm, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function cell(value: unknown): string {
  if (Array.isArray(value)) return value.map((tag) => text(record(tag).text)).join(' ');
  return typeof value === 'number' ? String(value) : plain(text(value));
}

function tableLines(table: Record<string, unknown>): string[] {
  const columns = list(table.columns).map(record);
  const head = columns.map((column) => text(column.display_name)).join(' | ');
  const rows = list(table.rows).map((row) =>
    columns.map((column) => cell(record(row)[text(column.name)])).join(' | '),
  );
  return [head, ...rows];
}

/** What can be pressed, filled in or only looked at says nothing in plain text. */
const silent = new Set(['button', 'input', 'select_static', 'date_picker', 'chart', 'img']);

function elementLines(element: unknown): string[] {
  const part = record(element);
  const tag = text(part.tag);
  if (silent.has(tag)) return [];
  if (tag === 'markdown') return [plain(text(part.content))];
  if (tag === 'table') return tableLines(part);
  const own = [record(part.text), record(record(part.header).title)]
    .map((inner) => text(inner.content))
    .filter((line) => line !== '');
  const inner = [...list(part.columns), ...list(part.elements)];
  return [...own, ...inner.flatMap(elementLines)];
}

/** The title of a card, empty when it has none. */
export function titleOf(card: Card): string {
  return text(record(record(card.header).title).content);
}

/** What a card says, as plain text: header, then texts and tables in order. Sent where the card itself cannot be. */
export function plainTextOf(card: Card): string {
  const subtitle = text(record(record(card.header).subtitle).content);
  return [titleOf(card), subtitle, ...card.body.elements.flatMap(elementLines)]
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
