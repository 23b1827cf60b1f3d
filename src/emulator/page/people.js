import { become } from './acts.js';
import { walkByArrows } from './arrows.js';
import { avatar, byId, el } from './dom.js';
import { hideWelcome } from './first-screen.js';
import { icon } from './icons.js';
import { on, privateChatOf, state } from './page-state.js';

const shownAtMost = 150;

function isFound(person, words) {
  const text = [person.name, person.title, person.unit, person.group, ...person.roles]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** A line about a person: who, where, what they may do. */
export function personLine({ name, title, unit, roles, left }) {
  return el('span', { class: 'person-line' }, [
    el('span', { class: 'person-name' }, [name, left && el('span', { class: 'chip' }, '已离职')]),
    el('span', { class: 'person-post' }, [unit, title].filter(Boolean).join(' · ')),
    roles.length > 0 &&
      el(
        'span',
        { class: 'person-roles' },
        roles.map((role) => el('span', { class: 'chip' }, role)),
      ),
  ]);
}

function row(person, close) {
  const unread = state.unread.get(privateChatOf(person.openId)) ?? 0;
  const choose = () => {
    close();
    hideWelcome();
    void become(person.openId);
  };
  const isMe = person.openId === state.me?.openId;
  return el(
    'button',
    { type: 'button', class: 'person-row', 'aria-current': isMe ? 'true' : undefined, click: choose },
    [avatar(person.name), personLine(person), unread > 0 && el('span', { class: 'badge' }, String(unread))],
  );
}

function groups(found, close) {
  const byGroup = Map.groupBy?.(found, ({ group }) => group) ?? groupedBy(found);
  return [...byGroup].flatMap(([group, people]) => [
    el('h3', { class: 'group-title' }, group),
    ...people.map((person) => row(person, close)),
  ]);
}

function groupedBy(people) {
  const byGroup = new Map();
  for (const person of people) byGroup.set(person.group, [...(byGroup.get(person.group) ?? []), person]);
  return byGroup;
}

/** Opens the list of people to be, with a search. */
export function choosePerson() {
  const list = el('div', { class: 'people-list', 'data-hits': true });
  const close = () => dialog.close();
  const draw = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = state.people.filter((person) => isFound(person, words));
    const more = found.length - shownAtMost;
    list.replaceChildren(...groups(found.slice(0, shownAtMost), close));
    if (found.length === 0) list.append(el('p', { class: 'empty' }, '没有找到，换个词试试'));
    if (more > 0) list.append(el('p', { class: 'empty' }, `还有 ${more} 人，输入姓名、单位或角色缩小范围`));
  };
  const search = el('input', {
    type: 'search',
    class: 'control',
    placeholder: '姓名、单位、职务或角色',
    'aria-label': '查找人员',
    input: draw,
  });
  const dialog = el(
    'dialog',
    { class: 'dialog people-dialog', 'aria-label': '切换身份', close: () => dialog.remove() },
    [
      el('div', { class: 'dialog-head' }, [
        el('h2', {}, '切换身份'),
        el(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': '关闭', click: close },
          icon('close'),
        ),
      ]),
      el('div', { class: 'search' }, [icon('search'), search]),
      list,
    ],
  );
  walkByArrows(dialog);
  document.body.append(dialog);
  draw();
  dialog.showModal();
  search.focus();
}

function drawMe() {
  const { me } = state;
  byId('me').replaceChildren(
    avatar(me.name),
    personLine(me),
    el('span', { class: 'swap' }, [icon('swap'), el('span', { class: 'hidden' }, '切换身份')]),
  );
}

/** Who one is, at the top of the left column. */
export function setUpPeople() {
  byId('me').append(icon('swap'), el('span', {}, '选择身份'));
  byId('me').addEventListener('click', choosePerson);
  on(['me'], drawMe);
}
