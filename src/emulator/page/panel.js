import { shanghai } from './clock.js';
import { byId, el } from './dom.js';
import { icon } from './icons.js';

const stages = {
  event: '事件',
  command: '命令',
  permission: '权限',
  journal: '日志',
  card: '卡片',
  api: '接口',
};
const keptGroups = 30;

/** The number that also stands in the log and, for errors, in the chat; other references are ids of the platform. */
function numberOf({ references }) {
  const number = [...references].find((reference) => /^[2-9A-Z]{6}$/.test(reference));
  return number ? `编号 ${number}` : '';
}

/** The groups by what set them off: an event as delivered, then everything until the next one. Newest first; shown newest last, as in the chat. */
let groups = [];

function isDelivery({ stage, reference, title }) {
  return stage === 'event' && reference === '' && title.startsWith('投递');
}

function groupFor(entry) {
  if (isDelivery(entry) || groups.length === 0) {
    groups = [{ references: new Set(), entries: [] }, ...groups].slice(0, keptGroups);
  }
  const own = entry.reference && groups.find(({ references }) => references.has(entry.reference));
  const group = own || groups[0];
  if (entry.reference) group.references.add(entry.reference);
  return group;
}

function detailNode(detail) {
  return el(
    'pre',
    { class: 'detail', tabindex: '0' },
    typeof detail === 'string' ? detail : JSON.stringify(detail, undefined, 2),
  );
}

function entryNode(entry) {
  const hasDetail = entry.detail !== undefined && entry.detail !== null;
  const line = [
    el('span', { class: ['stage', `stage-${entry.stage}`] }, stages[entry.stage] ?? entry.stage),
    el('span', { class: 'entry-title' }, entry.title),
  ];
  if (!hasDetail) return el('li', { class: 'entry' }, el('div', { class: 'entry-line' }, line));
  // Details can be whole cards: drawn only when opened.
  const box = el(
    'details',
    { toggle: () => box.open && box.childElementCount === 1 && box.append(detailNode(entry.detail)) },
    el('summary', { class: 'entry-line' }, line),
  );
  return el('li', { class: 'entry' }, box);
}

function groupNode(group) {
  const [first] = group.entries;
  const list = el('ol', { class: 'entries' }, group.entries.map(entryNode));
  const { time } = shanghai(Date.parse(first.at));
  group.head = el('span', { class: 'dim' }, numberOf(group));
  group.list = list;
  return el('section', { class: 'trace-group' }, [el('h3', {}, [time, group.head]), list]);
}

function add(entry) {
  const group = groupFor(entry);
  group.entries.push(entry);
  const list = byId('trace');
  list.querySelector('.empty')?.remove();
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  if (!group.list) list.append(groupNode(group));
  else group.list.append(entryNode(entry));
  group.head.textContent = numberOf(group);
  while (list.childElementCount > keptGroups) list.firstElementChild.remove();
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

/** The right panel: what happened inside for each event. */
export function setUpPanel(entries) {
  byId('panel').append(
    el('header', { class: 'panel-head' }, [
      el('h2', {}, '内部过程'),
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button only-narrow',
          'aria-label': '关闭',
          click: () => byId('toggle-panel').click(),
        },
        icon('close'),
      ),
    ]),
    el('p', { class: 'panel-lead' }, '事件 → 命令 → 权限 → 日志 → 卡片 → 接口'),
    el(
      'div',
      { id: 'trace', class: 'trace' },
      el('p', { class: 'empty' }, '说一句话，这里会一步步显示机器人做了什么。'),
    ),
  );
  for (const entry of entries) add(entry);
  return { add };
}
