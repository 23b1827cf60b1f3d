import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmulatorChat } from '../support/emulator-chat.ts';
import { startEmulator } from './fixture.ts';
import { sampleCards } from './sample-cards.ts';

let started: Awaited<ReturnType<typeof startEmulator>>;
let chat: EmulatorChat;

function cardCalled(id: string): object {
  const sample = sampleCards.find((each) => each.id === id);
  if (!sample) throw new Error(`no sample ${id}`);
  return sample.card;
}

/** A bot with two answers, enough to drive. */
beforeAll(async () => {
  started = await startEmulator();
  const { bot, client } = started;
  chat = new EmulatorChat(started.emulator);
  bot.answer = (received) => {
    const event = received.event as {
      message?: { message_id: string; content: string };
      action?: { form_value?: { title?: string } };
    };
    if (event.message) {
      const id = event.message.content.includes('诉求') ? 'form' : 'confirmation';
      void client.im.v1.message.reply({
        path: { message_id: event.message.message_id },
        data: { msg_type: 'interactive', content: JSON.stringify(cardCalled(id)) },
      });
      return {};
    }
    const said = event.action?.form_value?.title ?? '已记录';
    return {
      body: { toast: { type: 'success', content: said }, card: { type: 'raw', data: cardCalled('ranking') } },
    };
  };
});

afterAll(() => started.stop());

test('a scenario reads as chat: says, sees, presses', async () => {
  await chat
    .as('ou_cadre')
    .says('固投 12.35亿')
    .sees('请确认')
    .sees('+7.1%')
    .presses('确认上报')
    .sees('已记录')
    .sees('10月排名');
});

test('a form is filled by component name and submitted', async () => {
  await chat
    .as('ou_boss')
    .says('/诉求')
    .sees('企业诉求登记')
    .fills({ title: '缺工 20 人', category: '用工', due: '2026-11-30' })
    .submits()
    .sees('缺工 20 人');
  expect(started.bot.events.at(-1)?.event.action).toMatchObject({
    tag: 'button',
    name: 'submit',
    value: { action: 'problem.submit' },
    form_value: { title: '缺工 20 人', category: '用工', due: '2026-11-30 +0800', urgent: false, detail: '' },
  });
});

test('a form with an empty required field is not submitted, as in the client', async () => {
  const press = chat.as('ou_boss').says('/诉求').fills({ title: '缺工' }).submits();
  await expect(press).rejects.toThrow(/category/);
});

test('in a group, a mention of the bot arrives as its key', async () => {
  await chat.as('ou_cadre').inGroup('oc_all').says('@强引擎 排名').sees('请确认');
  const message = started.bot.events.at(-1)?.event.message as {
    content: string;
    mentions: { id: { open_id: string } }[];
  };
  expect(JSON.parse(message.content)).toEqual({ text: '@_user_1 排名' });
  expect(message.mentions[0]?.id.open_id).toBe('ou_bot');
});

test('what failed is told with what was on the screen', async () => {
  started.bot.answer = () => ({});
  const hasty = new EmulatorChat(started.emulator, { patienceMs: 200 });
  await expect(hasty.as('ou_leader').says('在吗').sees('在')).rejects.toThrow(/does not see 在[\s\S]*在吗/);
});
