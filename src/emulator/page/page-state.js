/** What the page knows. Parts subscribe to the topics they draw. */
export const state = {
  bot: { name: '强引擎', openId: '' },
  people: [],
  byId: new Map(),
  suggestions: [],
  me: undefined,
  rooms: [],
  chatId: undefined,
  messages: [],
  /** chat id → messages not looked at. */
  unread: new Map(),
  faults: [],
  now: '',
};

const listeners = new Map();

/** Calls `draw` whenever one of the topics is told. */
export function on(topics, draw) {
  for (const topic of topics) listeners.set(topic, [...(listeners.get(topic) ?? []), draw]);
}

/** Tells that a topic has changed. */
export function tell(topic) {
  for (const draw of listeners.get(topic) ?? []) draw();
}

/** A person's name, the bot's included. */
export function nameOf(openId) {
  return openId === state.bot.openId ? state.bot.name : state.byId.get(openId)?.name;
}

/** The chat that is open, if any. */
export function openRoom() {
  return state.rooms.find(({ id }) => id === state.chatId);
}

/** A person's private chat; the server makes the id the same way. */
export function privateChatOf(openId) {
  return `oc_p2p_${openId}`;
}
