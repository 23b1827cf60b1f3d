import { press } from './acts.js';
import { renderCard } from './card/render-card.js';
import { shanghai } from './clock.js';
import { fillComposer } from './composer.js';
import { avatar, byId, el } from './dom.js';
import { icon } from './icons.js';
import { nameOf, on, openRoom, state } from './page-state.js';

const pauseMs = 5 * 60_000;
let lastShown = { at: 0, day: '' };

function surroundings(message) {
  return {
    nameOf,
    people: () => state.people,
    press: (action) => press(message.id, action),
    level: 2,
    narrow: matchMedia('(max-width: 700px)').matches,
  };
}

function sizeWords(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function bodyNode(message) {
  if (message.kind === 'interactive') return renderCard(message.card, surroundings(message));
  if (message.kind === 'file') {
    return el('a', { class: 'bubble file', href: `/api/files/${message.key}`, download: message.name }, [
      icon('file'),
      el('span', { class: 'file-name' }, message.name),
      el('span', { class: 'dim' }, sizeWords(message.size)),
    ]);
  }
  return el('div', { class: 'bubble' }, message.text);
}

function messageNode(message) {
  const isMine = message.from === state.me.openId;
  const isBot = message.from === 'bot';
  return el('div', { class: ['message', isMine && 'mine', isBot && 'from-bot'], id: message.id }, [
    avatar(message.fromName, isBot ? 'bot' : 'person'),
    el('div', { class: 'message-main' }, [
      el('div', { class: 'message-head' }, [
        el('span', { class: 'message-from' }, message.fromName),
        isBot && el('span', { class: 'chip chip-bot' }, '机器人'),
        el('time', { datetime: message.at }, shanghai(Date.parse(message.at)).time),
        message.updates > 0 && el('span', { class: 'updated' }, '已更新'),
      ]),
      bodyNode(message),
    ]),
  ]);
}

function dayMark(message) {
  const at = Date.parse(message.at);
  const { day, time, weekday } = shanghai(at);
  const isNewDay = day !== lastShown.day;
  const isLater = at - lastShown.at > pauseMs;
  lastShown = { at, day };
  if (!isNewDay && !isLater) return [];
  const [, month, date] = day.split('-').map(Number);
  return [el('div', { class: 'day-mark' }, isNewDay ? `${month}月${date}日 周${weekday} ${time}` : time)];
}

/** To the end; but of a message taller than the screen, to its beginning: that is where one reads on. */
function toEnd() {
  const log = byId('log');
  const last = log.lastElementChild;
  const isTall = last && last.offsetHeight > log.clientHeight - 40;
  log.scrollTop = isTall ? last.offsetTop - log.offsetTop - 12 : log.scrollHeight;
}

/** What one may say first: the person's own suggestions, else what everyone may. */
function triesFor(isGroup) {
  if (isGroup) return ['/帮助', '/排名'];
  return state.suggestions.find(({ openId }) => openId === state.me.openId)?.tries ?? ['/帮助', '/我的'];
}

function emptyNode() {
  const isGroup = openRoom()?.type === 'group';
  const hint = isGroup ? '在群里 @机器人 或用 / 开头，机器人才会回答。可以先试：' : '直接说就行，可以先试：';
  return el('div', { class: 'log-empty' }, [
    avatar('强', 'bot'),
    el('p', {}, '还没有消息'),
    el('p', { class: 'dim' }, hint),
    el(
      'div',
      { class: 'tries' },
      triesFor(isGroup).map((sentence) =>
        el('button', { type: 'button', class: 'try', click: () => fillComposer(sentence) }, sentence),
      ),
    ),
  ]);
}

function drawAll() {
  lastShown = { at: 0, day: '' };
  const nodes = state.messages.flatMap((message) => [...dayMark(message), messageNode(message)]);
  byId('log').replaceChildren(...(nodes.length > 0 ? nodes : [emptyNode()]));
  toEnd();
}

function drawOne() {
  const { message, isNew } = state.arrived;
  const log = byId('log');
  const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  if (isNew) {
    log.querySelector('.log-empty')?.remove();
    log.append(...dayMark(message), messageNode(message));
  } else document.getElementById(message.id)?.replaceWith(messageNode(message));
  if (isNew && (wasAtEnd || message.from === state.me.openId)) toEnd();
}

/** The messages of the open chat. */
export function setUpLog() {
  // The log scrolls: the keyboard must reach it.
  byId('log').tabIndex = 0;
  on(['room'], drawAll);
  on(['message'], drawOne);
}
