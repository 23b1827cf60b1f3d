import { checkForms } from './check-forms.ts';
import { checkTable } from './check-table.ts';
import { fitsShape } from './fits.ts';
import { limits } from './limits.ts';
import { bytesOf, countsOf, isCertainlyWithin } from './measure-card.ts';
import { isPureJson } from './pure-json.ts';
import { type CardProblem, checkShape, problem, shapes } from './shape-of.ts';
import { rootShape } from './shapes/root.ts';

export type { CardProblem } from './shape-of.ts';

const containers = ['form', 'column_set', 'column', 'collapsible_panel'];
const rootOnly = ['form', 'table'];

/**
 * Everything for which the platform would refuse the card (fact sheet §3), or that is over our budget; empty when it may be sent. `content`
 * is the card as JSON text, for whoever has it already.
 */
export function checkCard(card: object, content = JSON.stringify(card)): CardProblem[] {
  if (!fitsShape(rootShape, card)) {
    const root = checkShape(rootShape, card, '');
    if (root.length > 0) return root;
  }
  const found: CardProblem[] = [];
  checkChildren(asRecord(asRecord(card).body), { key: 'elements', within: undefined }, found);
  return [...found, ...checkForms(card), ...checkSize(card, content)];
}

/** A list of elements in the card: under which key, of which container. */
interface Shelf {
  readonly key: 'elements' | 'columns';
  readonly within: Container | undefined;
}

/** An element's place in its list. */
interface Spot {
  readonly shelf: Shelf;
  readonly index: number;
}

interface Container extends Spot {
  readonly tag: string;
  /** How many containers are around what it holds. */
  readonly depth: number;
  readonly inForm: boolean;
}

/** Made only for a problem: nearly all cards have none. */
function pathOf({ shelf: { key, within }, index }: Spot): string {
  return `${within ? pathOf(within) : 'body'}.${key}.${index}`;
}

function checkChildren(parent: Record<string, unknown>, shelf: Shelf, found: CardProblem[]): void {
  const children = parent[shelf.key];
  if (!Array.isArray(children)) return;
  for (let index = 0; index < children.length; index += 1)
    checkElement(children[index], { shelf, index }, found);
}

function checkElement(element: unknown, spot: Spot, found: CardProblem[]): void {
  const record = asRecord(element);
  const tag = String(record.tag);
  const shape = shapes[tag];
  if (!shape) {
    found.push(problem('unknown_tag', pathOf(spot), tag));
    return;
  }
  if (!fitsShape(shape, element)) found.push(...checkShape(shape, element, pathOf(spot)));
  checkNesting(tag, spot, found);
  if (tag === 'table') found.push(...checkTable(record, pathOf(spot)));
  if (tag === 'chart' && !isPureJson(record.chart_spec))
    found.push(problem('chart_not_json', pathOf(spot), 'chart_spec'));
  if (tag === 'column_set') checkChildren(record, { key: 'columns', within: containerAt(spot, tag) }, found);
  else if (record.elements !== undefined)
    checkChildren(record, { key: 'elements', within: containerAt(spot, tag) }, found);
}

function containerAt({ shelf, index }: Spot, tag: string): Container {
  const { within } = shelf;
  const inForm = within?.inForm === true || tag === 'form';
  return { shelf, index, tag, depth: (within?.depth ?? 0) + 1, inForm };
}

function checkNesting(tag: string, spot: Spot, found: CardProblem[]): void {
  const { within } = spot.shelf;
  const depth = within?.depth ?? 0;
  if (rootOnly.includes(tag) && within) found.push(problem('root_only', pathOf(spot), tag));
  if (tag === 'chart' && within?.inForm) found.push(problem('chart_in_form', pathOf(spot), tag));
  if ((tag === 'column') !== (within?.tag === 'column_set'))
    found.push(problem('column_outside_set', pathOf(spot), tag));
  if (containers.includes(tag) && depth >= limits.nesting)
    found.push(problem('nested_too_deep', pathOf(spot), `${depth + 1}`));
}

function checkSize(card: object, content: string): CardProblem[] {
  const bytes = isCertainlyWithin(limits.bytes, content) ? 0 : bytesOf(content);
  const measure = { bytes, ...countsOf(card) };
  return (['bytes', 'elements', 'tables', 'charts'] as const)
    .filter((key) => measure[key] > limits[key])
    .map((key) => problem(`too_many_${key}`, '', `${measure[key]} > ${limits[key]}`));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
