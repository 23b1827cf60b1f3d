/** Asks the page's own server; throws an Error with its sentence when it says no. */
async function ask(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.message ?? `服务返回 ${response.status}`);
  return answer;
}

function post(path, body) {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The page's server, call by call. */
export const server = {
  start: () => ask('/api/start'),
  rooms: (openId) => ask(`/api/people/${encodeURIComponent(openId)}/rooms`),
  messages: (chatId) => ask(`/api/rooms/${encodeURIComponent(chatId)}/messages`),
  timeline: () => ask('/api/timeline'),
  samples: () => ask('/api/samples'),
  say: (said) => post('/api/say', said),
  attach: ({ file, ...to }) =>
    ask(`/api/attach?${new URLSearchParams({ ...to, name: file.name })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
  click: (click) => post('/api/click', click),
  moveClock: (to) => post('/api/clock', { to }),
  addFault: (fault) => post('/api/faults', fault),
  clearFaults: () => ask('/api/faults', { method: 'DELETE' }),
  revokeToken: () => post('/api/token/revoke', {}),
};

/** Listens to the live feed; it reconnects by itself, and `onReturn` is told so that the page can catch up. */
export function listenToFeed(listeners, onReturn) {
  const feed = new EventSource('/api/feed');
  let wasOpen = false;
  for (const [event, listener] of Object.entries(listeners)) {
    feed.addEventListener(event, (message) => listener(JSON.parse(message.data)));
  }
  feed.addEventListener('open', () => {
    if (wasOpen) onReturn();
    wasOpen = true;
  });
}
