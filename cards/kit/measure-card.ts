/** How big a card is for the platform. */
export interface CardMeasure {
  /** Bytes of the request that sends it: the card is JSON text within JSON. */
  readonly bytes: number;
  /** Objects with a tag: components, columns, text objects. */
  readonly elements: number;
  /** Table components, and tables written in markdown. */
  readonly tables: number;
  readonly charts: number;
}

const anyReceiver = `oc_${'0'.repeat(32)}`;
const markdownTable = /^ *\|?( *:?-+:? *\|)+ *:?-* *:?$/gm;

/** Counts what the platform limits. */
export function measureCard(card: object): CardMeasure {
  const counts = { elements: 0, tables: 0, charts: 0 };
  count(card, counts);
  const request = { receive_id: anyReceiver, msg_type: 'interactive', content: JSON.stringify(card) };
  return { bytes: Buffer.byteLength(JSON.stringify(request)), ...counts };
}

function count(node: unknown, counts: { elements: number; tables: number; charts: number }): void {
  if (Array.isArray(node)) for (const item of node) count(item, counts);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  if ('tag' in node) {
    counts.elements += 1;
    if (node.tag === 'table') counts.tables += 1;
    if (node.tag === 'chart') counts.charts += 1;
    if (node.tag === 'markdown' && 'content' in node)
      counts.tables += `${node.content}`.match(markdownTable)?.length ?? 0;
  }
  for (const [key, item] of Object.entries(node)) {
    // Payloads, chart data and table rows are data, no elements.
    if (key !== 'behaviors' && key !== 'chart_spec' && key !== 'rows') count(item, counts);
  }
}
