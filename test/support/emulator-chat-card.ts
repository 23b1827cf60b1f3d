import type { Press } from '#src/emulator/events/press.ts';
import { plainMarkdown } from '#src/emulator/state/visible-text.ts';

/** A component or text object of a card. */
export type Node = Record<string, unknown>;

const fieldTags = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

/** Every object below a value. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

/** The visible text of a button or option. */
export function labelOf(node: Node): string {
  const { tag, content } = Object(node.text) as { tag?: string; content?: string };
  return tag === 'lark_md' ? plainMarkdown(content ?? '') : (content ?? '');
}

function callbackOf(node: Node): { value?: unknown } {
  const behaviors = Array.isArray(node.behaviors) ? (node.behaviors as Node[]) : [];
  const callback = behaviors.find(({ type }) => type === 'callback');
  return callback ? { value: callback.value } : {};
}

/** What a field holds before anyone touches it. */
function initialOf(field: Node): unknown {
  const options = Array.isArray(field.options) ? (field.options as Node[]) : [];
  const byIndex = options[Number(field.initial_index ?? 0) - 1]?.value;
  const zoned = (value: unknown) => (value === undefined ? undefined : `${String(value)} +0800`);
  return (
    field.default_value ??
    field.initial_option ??
    byIndex ??
    field.selected_values ??
    zoned(field.initial_date ?? field.initial_time ?? field.initial_datetime) ??
    (field.tag === 'checker' ? (field.checked ?? false) : undefined)
  );
}

/** An option given by its text as its value; a date gets the offset that clients send. */
function asSent(field: Node, given: unknown): unknown {
  const tag = String(field.tag);
  if (tag.startsWith('date') || tag.startsWith('picker'))
    return /[+-]\d{4}$/.test(String(given)) ? given : `${String(given)} +0800`;
  if (!tag.includes('select_static')) return given;
  const options = field.options as Node[];
  const optionValue = (one: unknown) => {
    const option = options.find((each) => each.value === one || labelOf(each) === one);
    if (!option) throw new Error(`no option ${String(one)}; there are: ${options.map(labelOf).join('、')}`);
    return option.value;
  };
  return Array.isArray(given) ? given.map(optionValue) : optionValue(given);
}

/** Whether it is a button. */
export function isButton(node: Node): boolean {
  return node.tag === 'button';
}

/** The named fields of a form. */
export function fieldsOf(form: Node): Node[] {
  return nodesOf(form).filter((node) => fieldTags.has(String(node.tag)) && typeof node.name === 'string');
}

/** The press of a component without what a form adds. */
export function basics(node: Node): Press {
  const { tag, name } = node;
  return { tag: String(tag), ...(typeof name === 'string' ? { name } : {}), ...callbackOf(node) };
}

/** What the client would send for a form, and the required fields it would insist on. */
export function formValue(
  form: Node,
  filled: ReadonlyMap<string, unknown>,
): { values: Record<string, unknown>; missing: string[] } {
  const values: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const field of fieldsOf(form)) {
    const name = String(field.name);
    const given = filled.get(name);
    const value = given === undefined ? initialOf(field) : asSent(field, given);
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (field.required === true && empty) missing.push(name);
    values[name] = value ?? '';
  }
  return { values, missing };
}
