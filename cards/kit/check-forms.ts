import { type CardProblem, problem } from './shape-of.ts';

const fields = ['input', 'select_static', 'date_picker', 'checker', 'button'];

interface Seen {
  readonly names: string[];
  readonly ids: string[];
  readonly problems: CardProblem[];
}

interface Spot {
  readonly inForm: boolean;
  readonly within: Spot | undefined;
  readonly key: string | number;
}

/** Made only for a problem: nearly all cards have none. */
function pathOf({ within, key }: Spot): string {
  return within?.within ? `${pathOf(within)}.${key}` : `${key}`;
}

/**
 * What is wrong with names and forms: every field of a form has a name, names and element ids are unique in the card,
 * a form has a submit button, outside a form nothing submits and whatever can be pressed says what it does.
 */
export function checkForms(card: object): CardProblem[] {
  const seen: Seen = { names: [], ids: [], problems: [] };
  visit(card, { inForm: false, within: undefined, key: '' }, seen);
  return [
    ...seen.problems,
    ...repeated(seen.names).map((name) => problem('name_twice', '', name)),
    ...repeated(seen.ids).map((id) => problem('element_id_twice', '', id)),
  ];
}

function visit(node: object, spot: Spot, seen: Seen): void {
  if (Array.isArray(node)) {
    const { inForm } = spot;
    node.forEach((item: unknown, key) => {
      if (typeof item === 'object' && item !== null) visit(item, { inForm, within: spot, key }, seen);
    });
    return;
  }
  look(node as Record<string, unknown>, spot, seen);
  const inForm = spot.inForm || ('tag' in node && node.tag === 'form');
  for (const [key, item] of Object.entries(node)) {
    if (key === 'chart_spec' || key === 'rows' || key === 'behaviors') continue;
    if (typeof item === 'object' && item !== null) visit(item, { inForm, within: spot, key }, seen);
  }
}

function look(node: Record<string, unknown>, spot: Spot, seen: Seen): void {
  const tag = String(node.tag);
  if (typeof node.element_id === 'string') seen.ids.push(node.element_id);
  const isField = fields.includes(tag);
  if (typeof node.name === 'string' && (isField || tag === 'form')) seen.names.push(node.name);
  const wrong = isField ? wrongWithField(node, spot.inForm) : [];
  if (tag === 'form' && !hasSubmit(node)) wrong.push('no_submit_button');
  for (const code of wrong) seen.problems.push(problem(code, pathOf(spot), tag));
}

function wrongWithField(field: Record<string, unknown>, inForm: boolean): string[] {
  const { tag, name, form_action_type, behaviors } = field;
  const wrong: string[] = [];
  if (inForm && !name) wrong.push('field_without_name');
  if (inForm && tag === 'button' && form_action_type === undefined) wrong.push('button_in_form_does_nothing');
  if (!inForm && form_action_type !== undefined) wrong.push('submit_outside_form');
  if (!inForm && (tag === 'button' || tag === 'select_static') && behaviors === undefined)
    wrong.push('nothing_happens');
  return wrong;
}

function hasSubmit(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('form_action_type' in node && node.form_action_type === 'submit') return true;
  return Object.values(node).some(hasSubmit);
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
