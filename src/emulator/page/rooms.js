import { become, openChat } from './acts.js';
import { walkByArrows } from './arrows.js';
import { avatar, byId, el } from './dom.js';
import { hideWelcome } from './first-screen.js';
import { on, privateChatOf, state } from './page-state.js';

const shownElsewhere = 3;

function preview({ last }) {
  if (!last) return '';
  const isBot = last.from === 'bot';
  return isBot ? last.preview : `${last.from === state.me.openId ? '我' : last.fromName}：${last.preview}`;
}

function roomItem(room) {
  const unread = state.unread.get(room.id) ?? 0;
  const isOpen = room.id === state.chatId;
  const open = () => {
    hideWelcome();
    void openChat(room.id);
  };
  return el('li', {}, [
    el(
      'button',
      { type: 'button', class: 'room', 'aria-current': isOpen ? 'true' : undefined, click: open },
      [
        avatar(room.name, room.type === 'private' ? 'bot' : 'group'),
        el('span', { class: 'room-text' }, [
          el('span', { class: 'room-name' }, room.name),
          el('span', { class: 'room-preview' }, [
            el('span', { class: 'room-note' }, room.note),
            preview(room),
          ]),
        ]),
        unread > 0 && el('span', { class: 'badge', 'aria-label': `${unread} 条未读` }, String(unread)),
      ],
    ),
  ]);
}

/** People whose private chat has news: a notice to someone else is what a demonstration wants to show next. */
function elsewhere() {
  const waiting = state.people.filter(
    ({ openId }) => openId !== state.me?.openId && state.unread.has(privateChatOf(openId)),
  );
  if (waiting.length === 0) return [];
  const rows = waiting
    .slice(-shownElsewhere)
    .map((person) =>
      el('button', { type: 'button', class: 'elsewhere-row', click: () => void become(person.openId) }, [
        avatar(person.name),
        el('span', {}, [el('strong', {}, person.name), ` ${person.unit}`]),
        el('span', { class: 'badge' }, String(state.unread.get(privateChatOf(person.openId)))),
      ]),
    );
  return [el('p', { class: 'elsewhere-title' }, `${waiting.length} 人收到了消息，切换过去看`), ...rows];
}

function draw() {
  byId('rooms').replaceChildren(...state.rooms.map(roomItem));
  byId('elsewhere').replaceChildren(...elsewhere());
}

/** The chats of the person one is. */
export function setUpRooms() {
  walkByArrows(byId('rooms'));
  on(['rooms', 'me'], draw);
}
