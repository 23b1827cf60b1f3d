import { openRoom, privateChatOf, state, tell } from './page-state.js';
import { server } from './server.js';
import { toast, told } from './toast.js';

function remember() {
  const place = new URLSearchParams({ as: state.me.openId, chat: state.chatId });
  history.replaceState(undefined, '', `#${place}`);
}

/** Opens a chat of the current person. */
export async function openChat(chatId) {
  state.chatId = chatId;
  state.unread.delete(chatId);
  const messages = await told(() => server.messages(chatId));
  if (state.chatId !== chatId) return;
  state.messages = messages ?? [];
  remember();
  tell('room');
  tell('rooms');
}

/** Becomes another person, in their private chat or the one given. */
export async function become(openId, chatId = privateChatOf(openId)) {
  const me = state.byId.get(openId);
  if (!me) return;
  state.me = me;
  state.rooms = (await told(() => server.rooms(openId))) ?? [];
  const isTheirs = state.rooms.some(({ id }) => id === chatId);
  tell('me');
  await openChat(isTheirs ? chatId : privateChatOf(openId));
}

/** Says something in the open chat. */
export async function say(text) {
  const { me, chatId } = state;
  await told(() => server.say({ openId: me.openId, chatId, text }));
}

/** Sends files into the open chat, one message each. */
export async function attach(files) {
  const { me, chatId } = state;
  for (const file of files) await told(() => server.attach({ openId: me.openId, chatId, file }));
}

/** Presses something on a card and shows what the client would show. */
export async function press(messageId, action) {
  const result = await told(() => server.click({ openId: state.me.openId, messageId, press: action }));
  if (result?.error)
    toast(
      'error',
      result.error.code ? `操作失败（${result.error.code}）：${result.error.message}` : result.error.message,
    );
  if (result?.toast) toast(result.toast.type, result.toast.content);
}

function upsert(message) {
  const at = state.messages.findIndex(({ id }) => id === message.id);
  if (at === -1) state.messages.push(message);
  else state.messages[at] = message;
  return at === -1;
}

/** Takes in a message from the feed: new, or with another card. */
export function receive(message) {
  const room = state.rooms.find(({ id }) => id === message.chatId);
  if (room) room.last = message;
  if (message.chatId === state.chatId) {
    state.arrived = { message, isNew: upsert(message) };
    tell('message');
  } else if (message.from === 'bot' && message.updates === 0) {
    state.unread.set(message.chatId, (state.unread.get(message.chatId) ?? 0) + 1);
  }
  tell('rooms');
}

/** Catches up after the feed was away. */
export async function catchUp() {
  if (!openRoom()) return;
  state.rooms = (await told(() => server.rooms(state.me.openId))) ?? state.rooms;
  await openChat(state.chatId);
}
