import { type CardProblem, problem } from './shape-of.ts';

const fields = ['input', 'select_static', 'date_picker', 'checker', 'button'];

interface Seen {
  readonly names: string[];
  readonly ids: string[];
  readonly problems: CardProblem[];
}

interface Spot {
  readonly inForm: boolean;
  readonly path: string;
}

/**
 * What is wrong with names and forms: every field of a form has a name, names and element ids are unique in the card,
 * a form has a submit button, outside a form nothing submits and whatever can be pressed says what it does.
 */
export function checkForms(card: object): CardProblem[] {
  const seen: Seen = { names: [], ids: [], problems: [] };
  visit(card, { inForm: false, path: '' }, seen);
  return [
    ...seen.problems,
    ...repeated(seen.names).map((name) => problem('name_twice', '', name)),
    ...repeated(seen.ids).map((id) => problem('element_id_twice', '', id)),
  ];
}

function visit(node: unknown, spot: Spot, seen: Seen): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) look(node as Record<string, unknown>, spot, seen);
  const inForm = spot.inForm || ('tag' in node && node.tag === 'form');
  for (const [key, item] of Object.entries(node)) {
    if (key === 'chart_spec' || key === 'rows' || key === 'behaviors') continue;
    visit(item, { inForm, path: spot.path === '' ? key : `${spot.path}.${key}` }, seen);
  }
}

function look(node: Record<string, unknown>, { inForm, path }: Spot, seen: Seen): void {
  const tag = String(node.tag);
  if (typeof node.element_id === 'string') seen.ids.push(node.element_id);
  if (typeof node.name === 'string' && (fields.includes(tag) || tag === 'form')) seen.names.push(node.name);
  if (tag === 'form' && !hasSubmit(node)) seen.problems.push(problem('no_submit_button', path, tag));
  if (!fields.includes(tag)) return;
  if (inForm && !node.name) seen.problems.push(problem('field_without_name', path, tag));
  if (inForm && tag === 'button' && node.form_action_type === undefined)
    seen.problems.push(problem('button_in_form_does_nothing', path, tag));
  if (!inForm && node.form_action_type !== undefined)
    seen.problems.push(problem('submit_outside_form', path, tag));
  if (!inForm && ['button', 'select_static'].includes(tag) && node.behaviors === undefined)
    seen.problems.push(problem('nothing_happens', path, tag));
}

function hasSubmit(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('form_action_type' in node && node.form_action_type === 'submit') return true;
  return Object.values(node).some(hasSubmit);
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
