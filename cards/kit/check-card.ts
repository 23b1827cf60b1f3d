import { checkForms } from './check-forms.ts';
import { checkTable } from './check-table.ts';
import { limits } from './limits.ts';
import { measureCard } from './measure-card.ts';
import { isPureJson } from './pure-json.ts';
import { type CardProblem, checkShape, problem, shapes } from './shape-of.ts';
import { rootShape } from './shapes/root.ts';

export type { CardProblem } from './shape-of.ts';

const containers = ['form', 'column_set', 'column', 'collapsible_panel'];
const rootOnly = ['form', 'table'];

/** Everything for which the platform would refuse the card (fact sheet §3), or that is over our budget; empty when it may be sent. */
export function checkCard(card: object): CardProblem[] {
  const root = checkShape(rootShape, card, '');
  if (root.length > 0) return root;
  const elements = childrenOf(asRecord(asRecord(card).body), 'elements');
  const inner = elements.flatMap((element, index) =>
    checkElement(element, { path: `body.elements.${index}`, inside: [] }),
  );
  return [...inner, ...checkForms(card), ...checkSize(card)];
}

interface Spot {
  readonly path: string;
  /** Tags of the containers around, the outermost first. */
  readonly inside: readonly string[];
}

function checkElement(element: unknown, spot: Spot): CardProblem[] {
  const tag = String(asRecord(element).tag);
  const shape = shapes[tag];
  if (!shape) return [problem('unknown_tag', spot.path, tag)];
  return [
    ...checkShape(shape, element, spot.path),
    ...checkNesting(tag, spot),
    ...(tag === 'table' ? checkTable(asRecord(element), spot.path) : []),
    ...(tag === 'chart' && !isPureJson(asRecord(element).chart_spec)
      ? [problem('chart_not_json', spot.path, 'chart_spec')]
      : []),
    ...checkInner(asRecord(element), tag, spot),
  ];
}

function checkInner(element: Record<string, unknown>, tag: string, spot: Spot): CardProblem[] {
  const key = tag === 'column_set' ? 'columns' : 'elements';
  return childrenOf(element, key).flatMap((child, index) =>
    checkElement(child, { path: `${spot.path}.${key}.${index}`, inside: [...spot.inside, tag] }),
  );
}

function checkNesting(tag: string, { path, inside }: Spot): CardProblem[] {
  const parent = inside.at(-1);
  const found: CardProblem[] = [];
  if (rootOnly.includes(tag) && parent !== undefined) found.push(problem('root_only', path, tag));
  if (tag === 'chart' && inside.includes('form')) found.push(problem('chart_in_form', path, tag));
  if ((tag === 'column') !== (parent === 'column_set')) found.push(problem('column_outside_set', path, tag));
  if (containers.includes(tag) && inside.length >= limits.nesting)
    found.push(problem('nested_too_deep', path, `${inside.length + 1}`));
  return found;
}

function checkSize(card: object): CardProblem[] {
  const measure = measureCard(card);
  return (['bytes', 'elements', 'tables', 'charts'] as const)
    .filter((key) => measure[key] > limits[key])
    .map((key) => problem(`too_many_${key}`, '', `${measure[key]} > ${limits[key]}`));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function childrenOf(element: Record<string, unknown>, key: string): unknown[] {
  const children = element[key];
  return Array.isArray(children) ? children : [];
}
