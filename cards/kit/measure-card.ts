/** What of a card is counted. */
interface Counts {
  /** Objects with a tag: components, columns, text objects. */
  readonly elements: number;
  /** Table components, and tables written in markdown. */
  readonly tables: number;
  readonly charts: number;
}

/** How big a card is for the platform. */
export interface CardMeasure extends Counts {
  /** Bytes of the request that sends it: the card is JSON text within JSON. */
  readonly bytes: number;
}

const anyReceiver = `oc_${'0'.repeat(32)}`;
const markdownTable = /^ *\|?( *:?-+:? *\|)+ *:?-* *:?$/gm;

/** Counts what the platform limits. */
export function measureCard(card: object): CardMeasure {
  return { bytes: bytesOf(JSON.stringify(card)), ...countsOf(card) };
}

/** Bytes of the request that sends a card, of whose JSON text they are counted. */
export function bytesOf(content: string): number {
  const request = { receive_id: anyReceiver, msg_type: 'interactive', content };
  return Buffer.byteLength(JSON.stringify(request));
}

const envelope = bytesOf('');

/** Whether the request is within a number of bytes whatever the text says: JSON text within JSON takes at most 3 bytes a character. */
export function isCertainlyWithin(bytes: number, content: string): boolean {
  return envelope + 3 * content.length <= bytes;
}

/** The objects with a tag, tables and charts in it. */
export function countsOf(card: object): Counts {
  const counts = { elements: 0, tables: 0, charts: 0 };
  count(card, counts);
  return counts;
}

function count(node: object, counts: { elements: number; tables: number; charts: number }): void {
  if (Array.isArray(node)) {
    for (const item of node) if (isObject(item)) count(item, counts);
    return;
  }
  if ('tag' in node) {
    counts.elements += 1;
    if (node.tag === 'table') counts.tables += 1;
    if (node.tag === 'chart') counts.charts += 1;
    if (node.tag === 'markdown' && 'content' in node) counts.tables += tablesIn(`${node.content}`);
  }
  for (const [key, item] of Object.entries(node)) {
    // Payloads, chart data and table rows are data, no elements.
    if (isObject(item) && key !== 'behaviors' && key !== 'chart_spec' && key !== 'rows') count(item, counts);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function tablesIn(markdown: string): number {
  return markdown.includes('|') ? (markdown.match(markdownTable)?.length ?? 0) : 0;
}
