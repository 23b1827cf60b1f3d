/** An object of a card with a tag. */
type Tagged = Record<string, unknown> & { readonly tag: string };

/** Every object with a tag, in the order of the card. */
function taggedIn(node: unknown): Tagged[] {
  if (Array.isArray(node)) return node.flatMap(taggedIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'tag' in node ? [node as Tagged] : [];
  const inner = Object.entries(node).filter(([key]) => key !== 'chart_spec' && key !== 'behaviors');
  return [...own, ...inner.flatMap(([, value]) => taggedIn(value))];
}

/** The elements of one tag. */
export function elementsOf(card: unknown, tag: string): Tagged[] {
  return taggedIn(card).filter((element) => element.tag === tag);
}

const decoded = (text: string) =>
  text
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/\*\*/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

/** What a person reads on a card: titles, texts, button texts, table cells. */
export function textOf(card: unknown): string {
  const texts = taggedIn(card).map((element) => {
    if (element.tag === 'markdown' || element.tag === 'plain_text') return String(element.content);
    return element.tag === 'table' ? JSON.stringify([element.columns, element.rows]) : '';
  });
  return decoded(texts.join('\n'));
}

/** The markdown sources of a card: what the platform interprets. */
export function sourcesOf(card: unknown): string[] {
  const cells = elementsOf(card, 'table').flatMap((table) => {
    const columns = table.columns as { name: string; data_type: string }[];
    const names = columns.filter((column) => column.data_type === 'markdown').map(({ name }) => name);
    return (table.rows as Record<string, string>[]).flatMap((row) => names.map((name) => row[name] ?? ''));
  });
  return [...elementsOf(card, 'markdown').map((element) => String(element.content)), ...cells];
}

/** The callback values of a card's buttons and selects. */
export function valuesIn(card: unknown): Record<string, unknown>[] {
  return taggedIn(card).flatMap((element) => {
    const behaviors = (element.behaviors ?? []) as { type: string; value: Record<string, unknown> }[];
    return behaviors.filter(({ type }) => type === 'callback').map(({ value }) => value);
  });
}

/** The value of the button with this text. */
export function valueOfButton(card: unknown, text: string): Record<string, unknown> | undefined {
  const button = elementsOf(card, 'button').find(
    (element) => (element.text as { content: string }).content === text,
  );
  return valuesIn(button)[0];
}

/** The names of a card's fields. */
export function fieldsIn(card: unknown): string[] {
  return taggedIn(card).flatMap(({ tag, name }) =>
    tag !== 'button' && tag !== 'form' && typeof name === 'string' ? [name] : [],
  );
}

/** The choices of the first select. */
export function choicesIn(card: unknown): { value: string; text: { content: string } }[] {
  return (elementsOf(card, 'select_static')[0]?.options ?? []) as ReturnType<typeof choicesIn>;
}

/** The rows of the first table. */
export function rowsIn(card: unknown): Record<string, string>[] {
  return (elementsOf(card, 'table')[0]?.rows ?? []) as Record<string, string>[];
}

/** The texts of a card that are shown as they stand: plain texts, cells and headings of tables, words of charts, what fields hold. */
export function literalsOf(card: unknown): string[] {
  const cells = elementsOf(card, 'table').flatMap(({ columns, rows }) => stringsIn([columns, rows]));
  const charts = elementsOf(card, 'chart').flatMap(({ chart_spec }) => stringsIn(chart_spec));
  const plain = elementsOf(card, 'plain_text').map(({ content }) => String(content));
  const held = elementsOf(card, 'input').map(({ default_value }) => String(default_value ?? ''));
  return [...cells, ...charts, ...plain, ...held];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
