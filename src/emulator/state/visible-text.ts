import type { EmulatedMessage } from './message.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(/&(#\d+|#x[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}

/** Markdown as people read it: without marks and tags, entities decoded. */
export function plainMarkdown(markdown: string): string {
  const withoutTags = markdown
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/?[a-z_]+(?:\s[^>]*)?>/gi, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/^\s{0,3}(?:#{1,6}|>)\s+/gm, '');
  return decoded(withoutTags);
}

/** Keys whose values are no text for people although they are strings. */
const silentKeys = new Set(['value', 'behaviors', 'i18n_content', 'name', 'element_id', 'initial_option']);

function textOf(node: object): string[] {
  const { tag, content } = node as { tag?: unknown; content?: unknown };
  if (typeof content !== 'string') return [];
  return [tag === 'plain_text' ? content : plainMarkdown(content)];
}

function tableTexts(node: object): string[] {
  const table = node as { columns?: unknown; rows?: unknown };
  const columns = Array.isArray(table.columns) ? table.columns : [];
  const rows = Array.isArray(table.rows) ? table.rows : [];
  const names = columns.map((column) => String(Object(column).display_name ?? ''));
  const cellText = (cell: unknown): string => {
    if (Array.isArray(cell)) return cell.map(cellText).join(' ');
    if (typeof cell === 'object' && cell !== null) return String(Object(cell).text ?? '');
    return plainMarkdown(String(cell ?? ''));
  };
  const lines = rows.map((row) =>
    columns.map((column) => cellText(Object(row)[Object(column).name])).join(' '),
  );
  return [names.join(' '), ...lines];
}

/** Everything a reader could see on a card, piece by piece in reading order. */
function visibleTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(visibleTexts);
  if (typeof node !== 'object' || node === null) return [];
  if ('tag' in node && node.tag === 'table') return tableTexts(node);
  if ('tag' in node && node.tag === 'chart') return chartTexts(node);
  const below = Object.entries(node).filter(([key]) => !silentKeys.has(key) && key !== 'config');
  return [...textOf(node), ...below.flatMap(([, value]) => visibleTexts(value))];
}

function chartTexts(chart: object): string[] {
  const title = Object(Object(chart).chart_spec).title;
  const text: unknown = Object(title).text;
  return typeof text === 'string' ? [text] : [];
}

/** The card's text on one page, a piece a line. */
function cardText(card: object): string {
  return visibleTexts(card).join('\n');
}

/** What a message says to a reader. */
export function messageText({ body }: EmulatedMessage): string {
  if (body.kind === 'file') return `[文件] ${body.name}`;
  return body.kind === 'interactive' ? cardText(body.card) : body.text;
}

/** The line in the chat list: the card's summary, else its title, else the text. */
export function previewOf({ body }: EmulatedMessage): string {
  if (body.kind === 'file') return `[文件] ${body.name}`.slice(0, 60);
  if (body.kind !== 'interactive') return body.text.replace(/\s+/g, ' ').slice(0, 60);
  const card = body.card as {
    config?: { summary?: { content?: string } };
    header?: { title?: { content?: string } };
  };
  return (
    card.config?.summary?.content ??
    card.header?.title?.content ??
    visibleTexts(body.card)[0] ??
    '[卡片]'
  ).slice(0, 60);
}
