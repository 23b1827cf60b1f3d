import { walkByArrows } from './arrows.js';
import { byId, el } from './dom.js';
import { icon } from './icons.js';
import { on, state } from './page-state.js';
import { server } from './server.js';
import { toast, told } from './toast.js';

const choices = [
  { title: '重复投递', note: '下一条消息送两次，事件号相同', fault: { on: 'event', kind: 'twice' } },
  { title: '延迟投递', note: '下一条消息晚 5 秒送到', fault: { on: 'event', kind: 'late' } },
  { title: '429 限流', note: '下一次发送被要求等待', fault: { on: 'any', kind: 'limited' } },
  { title: '500 错误', note: '下一次发送平台出错', fault: { on: 'any', kind: '500' } },
  { title: '502 网关页', note: '下一次发送返回一个网页', fault: { on: 'any', kind: '502' } },
  { title: '挂起', note: '下一次发送没有任何应答', fault: { on: 'any', kind: 'hang' } },
  { title: '发出后断线', note: '消息已发出，应答没有回来', fault: { on: 'any', kind: 'reset_after' } },
];

function choose({ title, fault }) {
  return async () => {
    byId('faults').open = false;
    await told(() => server.addFault(fault));
    toast('warning', `已安排：${title}`);
  };
}

function clear() {
  byId('faults').open = false;
  return told(() => server.clearFaults());
}

async function revoke() {
  byId('faults').open = false;
  await told(() => server.revokeToken());
  toast('warning', '令牌已作废，机器人要重新取得');
}

function item(title, note, click) {
  return el('button', { type: 'button', class: 'menu-item', click }, [
    el('span', {}, title),
    el('small', {}, note),
  ]);
}

function draw() {
  const waiting = state.faults.reduce((sum, { times }) => sum + times, 0);
  byId('faults-count').textContent = String(waiting);
  byId('faults-count').hidden = waiting === 0;
}

/** The faults menu: what goes wrong next. */
export function setUpFaults() {
  byId('faults-icon').append(icon('fault'));
  byId('cards-icon').append(icon('cards'));
  byId('faults-menu').append(
    el('p', { class: 'menu-title' }, '让平台出一次错，看它不丢不重'),
    ...choices.map((choice) => item(choice.title, choice.note, choose(choice))),
    item('作废令牌', '访问令牌立即失效', revoke),
    item('全部取消', '清除还没发生的故障', clear),
  );
  walkByArrows(byId('faults'));
  on(['faults'], draw);
  const closeOutside = (event) => {
    for (const box of document.querySelectorAll('details.menu-box[open], details.overflow[open]')) {
      if (!box.contains(event.target)) box.open = false;
    }
  };
  const closeByKey = () => {
    document.activeElement?.closest('details[open]')?.querySelector('summary')?.focus();
    closeOutside({ target: document.body });
  };
  document.addEventListener('click', closeOutside);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && closeByKey());
}
