import { byId, el } from './dom.js';
import { on, state, tell } from './page-state.js';
import { server } from './server.js';
import { toast, told } from './toast.js';

const hourMs = 3_600_000;
const weekdays = '日一二三四五六';

/** The parts of an instant on the Shanghai wall clock, whatever the browser's zone. */
export function shanghai(ms) {
  const at = new Date(ms + 8 * hourMs);
  const iso = at.toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16), weekday: weekdays[at.getUTCDay()] };
}

let shown = { at: 0, since: 0 };

function nowMs() {
  return shown.at + (Date.now() - shown.since);
}

function draw() {
  const { day, time, weekday } = shanghai(nowMs());
  const [year, month, date] = day.split('-').map(Number);
  byId('now').replaceChildren(
    el('span', { class: 'year' }, `${year}年`),
    `${month}月${date}日 周${weekday} ${time}`,
  );
  byId('now').setAttribute('datetime', `${day}T${time}+08:00`);
}

async function moveTo(to) {
  const answer = await told(() => server.moveClock(to));
  if (!answer) return;
  state.now = answer.now;
  tell('now');
  toast('info', `时间已到 ${byId('now').textContent}`);
}

function askForTime() {
  const { day, time } = shanghai(nowMs() + hourMs);
  const input = el('input', {
    type: 'datetime-local',
    class: 'control',
    value: `${day}T${time}`,
    id: 'wanted-time',
    required: true,
  });
  const submit = (event) => {
    event.preventDefault();
    dialog.remove();
    void moveTo(`${input.value}:00+08:00`);
  };
  const dialog = el('dialog', { class: 'dialog', 'aria-label': '指定时间', close: () => dialog.remove() }, [
    el('form', { submit }, [
      el('h2', {}, '指定时间'),
      el('p', {}, '演示时钟只能向前。到点的提醒和周期任务会照常运行。'),
      el('label', { for: 'wanted-time', class: 'field-label' }, '时间（北京时间）'),
      input,
      el('div', { class: 'dialog-actions' }, [
        el('button', { type: 'button', class: 'plain', click: () => dialog.close() }, '取消'),
        el('button', { type: 'submit', class: 'primary' }, '前往'),
      ]),
    ]),
  ]);
  document.body.append(dialog);
  dialog.showModal();
}

/** The demonstration clock in the bar. */
export function setUpClock() {
  on(['now'], () => {
    shown = { at: Date.parse(state.now), since: Date.now() };
    draw();
  });
  setInterval(draw, 1000);
  byId('hour').addEventListener('click', () => void moveTo(new Date(nowMs() + hourMs).toISOString()));
  byId('morning').addEventListener(
    'click',
    () => void moveTo(`${shanghai(nowMs() + 24 * hourMs).day}T09:00:00+08:00`),
  );
  byId('set-time').addEventListener('click', askForTime);
}
