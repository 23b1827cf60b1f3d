import { attach, say } from './acts.js';
import { byId, el } from './dom.js';
import { icon } from './icons.js';
import { on, openRoom, state } from './page-state.js';

const tallest = 160;

function fitHeight() {
  const box = byId('say');
  box.style.setProperty('height', 'auto');
  box.style.setProperty('height', `${Math.min(box.scrollHeight, tallest)}px`);
}

/** Puts a sentence into the composer, ready to be sent or changed. */
export function fillComposer(text) {
  const box = byId('say');
  box.value = text;
  fitHeight();
  box.focus();
}

async function send() {
  const box = byId('say');
  const text = box.value.trim();
  if (text === '' || !state.chatId) return;
  box.value = '';
  fitHeight();
  await say(text);
}

function mentionBot() {
  const box = byId('say');
  const mention = `@${state.bot.name} `;
  if (!box.value.startsWith(mention)) box.value = mention + box.value;
  fitHeight();
  box.focus();
}

function drawHead() {
  const room = openRoom();
  if (!room) return;
  const isGroup = room.type === 'group';
  byId('at-bot').hidden = !isGroup;
  byId('say').placeholder = isGroup
    ? `发到 ${room.name}，@机器人 或 / 开头它才回答`
    : `对 ${state.bot.name} 说点什么`;
  const facts = [
    el('h1', {}, room.name),
    el('span', { class: 'chip' }, room.note),
    isGroup && el('span', { class: 'dim' }, `${room.members} 人`),
    !room.botIsIn && el('span', { class: 'chip c-red' }, '机器人已被移出'),
  ];
  byId('chat-head').replaceChildren(...facts.filter(Boolean));
}

/** The composer and the chat's head. */
export function setUpComposer() {
  byId('at-bot').append(icon('at'));
  byId('attach').append(icon('attach'));
  byId('send').append(icon('send'));
  byId('at-bot').addEventListener('click', mentionBot);
  byId('attach').addEventListener('click', () => byId('file').click());
  byId('file').addEventListener('change', () => {
    const { files } = byId('file');
    void attach([...files]).then(() => {
      byId('file').value = '';
    });
  });
  byId('say').addEventListener('input', fitHeight);
  byId('say').addEventListener('keydown', (event) => {
    // While an input method composes, Enter picks a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  on(['room'], drawHead);
}
