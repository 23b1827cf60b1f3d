/** Cards that the platform refuses, with its code (fact sheet §3): one list for the fake platform's check and for our own. */

const plain = (content: string) => ({ tag: 'plain_text', content });
const cardOf = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } });
const markdown = (content: string) => ({ tag: 'markdown', content });
const button = (extra: object = {}) => ({ tag: 'button', text: plain('好'), ...extra });
const submit = button({ name: 'go', form_action_type: 'submit' });
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements });
const columns = (...elements: unknown[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const table = (rows: unknown[], extra: object = {}) => ({
  tag: 'table',
  columns: [
    { name: 'a', data_type: 'text' },
    { name: 'n', data_type: 'number' },
  ],
  rows,
  ...extra,
});
const bar = (spec: object) => ({
  tag: 'chart',
  chart_spec: { type: 'bar', data: { values: [] }, xField: 'x', yField: 'y', ...spec },
});
const nested = (depth: number): unknown =>
  depth === 0
    ? markdown('x')
    : { tag: 'collapsible_panel', header: { title: plain('t') }, elements: [nested(depth - 1)] };
const markdownTable = '| a | b |\n| --- | --- |\n| 1 | 2 |';

/** What is wrong, the card, and the platform's code. */
export const refusedCards: [string, unknown, number][] = [
  ['a text instead of a card', 'card', 200621],
  ['schema 1.0', { elements: [] }, 200621],
  ['an unknown root property', { ...cardOf(), i18n_elements: {} }, 200621],
  ['an unknown config property', { ...cardOf(), config: { wide_screen_mode: true } }, 200621],
  ['update_multi false', { ...cardOf(), config: { update_multi: false } }, 200621],
  ['a title that is a string', { ...cardOf(), header: { title: '标题' } }, 200621],
  ['an unknown header template', { ...cardOf(), header: { title: plain('t'), template: 'pink' } }, 200621],
  ['an unknown property', cardOf({ ...markdown('x'), href: {} }), 200621],
  [
    'column.corner_radius',
    cardOf({ tag: 'column_set', columns: [{ tag: 'column', corner_radius: '4px' }] }),
    200621,
  ],
  ['note', cardOf({ tag: 'note', elements: [] }), 200861],
  ['action', cardOf({ tag: 'action', actions: [] }), 200861],
  ['a tag nobody knows', cardOf({ tag: 'constructor' }), 200861],
  ['an element without a tag', cardOf({ content: 'x' }), 200621],
  ['201 elements', cardOf(...Array.from({ length: 201 }, () => markdown('x'))), 11310],
  ['201 elements, text objects counted', cardOf(...Array.from({ length: 101 }, () => button())), 11310],
  ['six tables', cardOf(...Array.from({ length: 6 }, () => table([]))), 11310],
  [
    'six tables, some in markdown',
    cardOf(table([]), table([]), ...Array.from({ length: 4 }, () => markdown(markdownTable))),
    11310,
  ],
  ['a row key that no column declares', cardOf(table([{ a: 'x', b: 'y' }])), 200915],
  ['a row that is no object', cardOf(table(['x'])), 200914],
  ['a number cell with text', cardOf(table([{ n: '12' }])), 200914],
  ['a page of eleven rows', cardOf(table([], { page_size: 11 })), 200621],
  ['a table in a column', cardOf(columns(table([]))), 200621],
  ['a form in a column', cardOf(columns(form(submit))), 200621],
  ['a table in a form', cardOf(form(table([]), submit)), 200621],
  ['a column outside a set', cardOf({ tag: 'column', elements: [] }), 200621],
  ['markdown directly in a column set', cardOf({ tag: 'column_set', columns: [markdown('x')] }), 200621],
  ['six levels', cardOf(nested(6)), 200621],
  ['a form without submit', cardOf(form({ tag: 'input', name: 'a' }, button({ name: 'b' }))), 200621],
  ['a nameless field in a form', cardOf(form({ tag: 'input' }, submit)), 200530],
  ['a nameless submit', cardOf(form(button({ form_action_type: 'submit' }))), 200530],
  ['a form without a name', cardOf({ tag: 'form', name: '', elements: [submit] }), 200530],
  ['one name twice', cardOf(form({ tag: 'input', name: 'go' }, submit)), 200621],
  ['one element_id twice', cardOf({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }), 300301],
  ['an element_id that starts with a digit', cardOf({ tag: 'hr', element_id: '1a' }), 200621],
  ['a chart of an unknown type', cardOf(bar({ type: 'sankey3d' })), 200550],
  ['a bar without xField', cardOf(bar({ xField: undefined })), 200550],
  ['a chart without data', cardOf(bar({ data: undefined })), 200550],
  ['a chart whose spec is a string', cardOf({ tag: 'chart', chart_spec: '{}' }), 200550],
  ['an @ of a stranger', cardOf(markdown('<at id=ou_stranger></at>')), 100290],
  [
    'an @ of a stranger in a table text',
    { ...cardOf(), header: { title: { tag: 'lark_md', content: '<at id=ou_stranger></at>' } } },
    100290,
  ],
  ['a person component of a stranger', cardOf({ tag: 'person', user_id: 'ou_stranger' }), 100290],
  ['a button text over 100 characters', cardOf(button({ text: plain('长'.repeat(101)) })), 200621],
  ['a confirmation without a title', cardOf(button({ confirm: { text: plain('x') } })), 200621],
  ['max_length over 1000', cardOf({ tag: 'input', name: 'a', max_length: 1001 }), 200621],
  [
    'a panel header padding of two values',
    cardOf({ tag: 'collapsible_panel', header: { title: plain('t'), padding: '4px 8px' }, elements: [] }),
    200621,
  ],
  ['a padding over 99 px', { schema: '2.0', body: { padding: '100px', elements: [] } }, 200621],
  ['multi_select_person outside a form', cardOf({ tag: 'multi_select_person', name: 'p' }), 200621],
];

/** What the cards are made of. */
export const cardParts = { cardOf, markdown, submit, form, columns, table, nested };
