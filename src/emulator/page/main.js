import { become, catchUp, receive } from './acts.js';
import { setUpClock } from './clock.js';
import { setUpComposer } from './composer.js';
import { setUpDrawers } from './drawers.js';
import { setUpFaults } from './faults.js';
import { showWelcome } from './first-screen.js';
import { setUpLog } from './log.js';
import { state, tell } from './page-state.js';
import { setUpPanel } from './panel.js';
import { setUpPeople } from './people.js';
import { setUpRooms } from './rooms.js';
import { listenToFeed, server } from './server.js';
import { setUpTheme } from './theme.js';
import { told } from './toast.js';
import { setUpWelcome } from './welcome.js';

async function begin() {
  setUpTheme();
  const start = await told(() => server.start());
  if (!start) return;
  Object.assign(state, start, { byId: new Map(start.people.map((person) => [person.openId, person])) });
  const panel = setUpPanel(await server.timeline());
  for (const setUp of [
    setUpClock,
    setUpComposer,
    setUpDrawers,
    setUpFaults,
    setUpLog,
    setUpPeople,
    setUpRooms,
    setUpWelcome,
  ])
    setUp();
  const listeners = {
    message: receive,
    timeline: panel.add,
    faults: (faults) => tellOf('faults', faults),
    clock: ({ now }) => tellOf('now', now),
  };
  listenToFeed(listeners, () => void catchUp());
  tell('now');
  tell('faults');
  const place = new URLSearchParams(location.hash.slice(1));
  if (state.byId.has(place.get('as'))) await become(place.get('as'), place.get('chat') ?? undefined);
  else showWelcome();
}

function tellOf(topic, value) {
  state[topic] = value;
  tell(topic);
}

async function start() {
  try {
    await begin();
    await document.fonts.ready;
  } finally {
    document.body.classList.remove('starting');
  }
}

void start();
