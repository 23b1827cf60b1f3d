import { el } from '../dom.js';
import { button } from './button.js';
import { chart } from './chart.js';
import { checker } from './checker.js';
import { setSpacing } from './colours.js';
import { columnSet } from './columns.js';
import { div, hr } from './div.js';
import { form } from './form.js';
import { header } from './header.js';
import { image, imageCombination } from './image.js';
import { input } from './input.js';
import { markdown } from './markdown.js';
import { overflow } from './overflow.js';
import { collapsiblePanel, interactiveContainer } from './panels.js';
import { person, personList } from './person.js';
import { datePicker, datetimePicker, timePicker } from './pickers.js';
import { multiSelectPerson, multiSelectStatic, selectPerson, selectStatic } from './select.js';
import { table } from './table.js';

/** Component tag → what draws it. */
const components = {
  markdown,
  div,
  hr,
  img: image,
  img_combination: imageCombination,
  person,
  person_list: personList,
  table,
  chart,
  column_set: columnSet,
  form,
  interactive_container: interactiveContainer,
  collapsible_panel: collapsiblePanel,
  button,
  input,
  select_static: selectStatic,
  multi_select_static: multiSelectStatic,
  select_person: selectPerson,
  multi_select_person: multiSelectPerson,
  date_picker: datePicker,
  picker_time: timePicker,
  picker_datetime: datetimePicker,
  checker,
  overflow,
};

function draw(element, card) {
  const component = Object.hasOwn(components, element?.tag) ? components[element.tag] : undefined;
  const node = component
    ? component(element, card)
    : el('div', { class: 'unknown' }, `暂不支持的组件：${String(element?.tag)}`);
  if (element?.margin) setSpacing(node, { margin: element.margin });
  return node;
}

/** What components get: `nameOf`, `people`, `press`, `narrow`, the `level` of its heading, the form around them, and how to draw children. */
function surroundings(given) {
  const card = {
    ...given,
    children: (elements) => elements.map((element) => draw(element, card)),
    within: (more) => surroundings({ ...given, ...more }),
  };
  return card;
}

/** A card (JSON 2.0) as an element. `given`: `nameOf(openId)`, `people()`, `press(action)`, `narrow`, `level` of the title among the page's headings (3). */
export function renderCard(json, given) {
  const { config = {}, header: head, body = {} } = json;
  const card = surroundings(given);
  const rows = el(
    'div',
    { class: ['card-body', body.direction === 'horizontal' && 'card-body-row'] },
    card.children(body.elements ?? []),
  );
  setSpacing(rows, body);
  const mode = ['compact', 'fill'].includes(config.width_mode) ? config.width_mode : 'default';
  return el('article', { class: ['card', `card-${mode}`, given.narrow && 'narrow'] }, [
    head && header(head, card),
    rows,
  ]);
}
