import { el } from '../dom.js';
import { field } from './field.js';
import { textOf } from './text.js';

function optionNodes(options, nameOf) {
  return options.map((option) => el('option', { value: option.value }, nameOf(option)));
}

function single(element, card, options) {
  const placeholder = textOf(element.placeholder) || '请选择';
  const node = el('select', { class: 'control' }, [el('option', { value: '' }, placeholder), options]);
  const initial = element.initial_option ?? element.options?.[(element.initial_index ?? 0) - 1]?.value ?? '';
  const reset = () => {
    node.value = initial;
  };
  reset();
  return field(element, card, { node, reset, read: () => node.value, press: () => ({ option: node.value }) });
}

function multiple(element, card, options) {
  const node = el(
    'select',
    { class: 'control', multiple: true, size: Math.min(6, Math.max(3, options.length)) },
    options,
  );
  const reset = () => {
    for (const option of node.options)
      option.selected = (element.selected_values ?? []).includes(option.value);
  };
  reset();
  const read = () => [...node.selectedOptions].map(({ value }) => value);
  return field(element, card, { node, reset, read, press: () => ({ options: read() }) });
}

/** The `select_static` component. */
export function selectStatic(element, card) {
  return single(
    element,
    card,
    optionNodes(element.options ?? [], ({ text }) => textOf(text)),
  );
}

/** The `multi_select_static` component. */
export function multiSelectStatic(element, card) {
  return multiple(
    element,
    card,
    optionNodes(element.options ?? [], ({ text }) => textOf(text)),
  );
}

/** An empty list offers all members of the chat (fact sheet §3.6). */
function people(element, card) {
  const given = element.options ?? [];
  const options = given.length > 0 ? given : card.people().map(({ openId }) => ({ value: openId }));
  return optionNodes(options, ({ value }) => card.nameOf(value) ?? '未知用户');
}

/** The `select_person` component. */
export function selectPerson(element, card) {
  return single(element, card, people(element, card));
}

/** The `multi_select_person` component. */
export function multiSelectPerson(element, card) {
  return multiple(element, card, people(element, card));
}
