import { bot } from '#src/emulator/state/message.ts';
import { sealEvent } from '#src/webhook/door/sign.ts';
import { testKeys } from '../support/crash-keys.ts';
import { EmulatorChat } from '../support/emulator-chat.ts';
import { nodesOf } from '../support/emulator-chat-card.ts';
import type { ShownButton, Target } from './fuzz-request.ts';
import type { Stage } from './fuzz-stage.ts';
import { clickEvent, messageEvent } from './sealed-event.ts';

const readers = {
  cadre: 'ou_demo_C045',
  leader: 'ou_demo_C002',
  admin: 'ou_demo_C056',
  owner: 'ou_demo_E001',
  desk: 'ou_demo_C055',
};

/** Cards of every kind are brought into the chats, by people who may have them; each press waits until the card before it is written down as sent. */
async function bringCards(stage: Stage): Promise<void> {
  const chat = new EmulatorChat(stage.platform, { patienceMs: 60_000 });
  const { cadre, leader, admin, owner, desk } = readers;
  const settled = () => stage.health();
  const text = '厂区门口道路破损，大货车进出困难，希望尽快修复。';
  await chat.as(cadre).says('专项债券资金支出进度10月84.3%').sees('请确认');
  await settled();
  await chat.as(cadre).presses('更正').sees('更正上报内容');
  await chat.as(cadre).says('公预收入10月累计165.2亿，增速5.7%').sees('请确认上报内容');
  await chat
    .as(cadre)
    .says('/上报')
    .sees('上报进度')
    .says('/我的')
    .sees('待上报')
    .says('/得分 10月')
    .sees('得分');
  await chat.as(leader).says('/排名').sees('名次').says('/排名 镇街 三季度').sees('名次');
  await chat.as(admin).says('/绑定').sees('绑定身份');
  await chat.as(admin).inGroup('oc_demo_talk').says('/登记').sees('未登记');
  await chat.as(owner).says('/诉求').sees('提交企业诉求');
  await settled();
  await chat.as(owner).fills({ category: '基础设施', urgency: 'urgent', text }).submits().sees('受理');
  await chat.as(owner).says('/诉求').sees('提交企业诉求');
  await chat.as(desk).sees(text);
  await settled();
  await chat.as(desk).presses('受理').sees('已受理');
  await settled();
  await chat.as(desk).presses('交办').sees('承办单位');
  await chat.as(desk).says('/工单').sees('诉求').says('/帮助').sees('强引擎');
  await settled();
}

function shownButtons({ platform }: Stage): ShownButton[] {
  const chats = [
    ...Object.values(readers).map((reader) => ({ chat: platform.privateChatOf(reader), reader })),
    { chat: 'oc_demo_talk', reader: '' },
  ];
  return chats.flatMap(({ chat, reader }) =>
    platform.messagesOf(chat).flatMap(({ id, from, body }) => {
      if (from !== bot || body.kind !== 'interactive') return [];
      const behaviors = nodesOf(body.card).filter(({ type }) => type === 'callback');
      return behaviors.map(({ value }) => ({
        message: id,
        ...{ chat, reader },
        value: { ...(value as Record<string, unknown>) },
      }));
    }),
  );
}

/** Events that are accepted once now, so that every later arrival is a repeat. */
async function accepted({ port }: Stage, buttons: readonly ShownButton[]): Promise<Target['accepted']> {
  const pressed = buttons.find(({ value }) => value.action === 'report.confirm');
  const said = Array.from({ length: 20 }, (_, n) =>
    messageEvent({ person: 'ou_unknown', chat: `oc_fuzz_repeat_${n}`, text: '/帮助' }),
  );
  const press = pressed ? [clickEvent({ ...pressed, person: pressed.reader }, { value: pressed.value })] : [];
  const events = [...said, ...press].map((body) =>
    sealEvent({ encryptKey: testKeys.encryptKey, body, nowMs: Date.now() }),
  );
  for (const { headers, body } of events) {
    const { status } = await fetch(`http://127.0.0.1:${port}/webhook/event`, {
      method: 'POST',
      headers,
      body,
    });
    if (status !== 200) throw new Error(`a genuine event got ${status}`);
  }
  return events;
}

/** Everything the requests are aimed at: real cards in real chats, and events the product has already taken. */
export async function takeAim(stage: Stage): Promise<Target> {
  await bringCards(stage);
  const buttons = shownButtons(stage);
  return { port: stage.port, buttons, accepted: await accepted(stage, buttons) };
}
