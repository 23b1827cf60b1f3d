import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referenceOf } from '#src/shared/ids.ts';
import { sealEvent } from '#src/webhook/door/sign.ts';
import { startTestDemonstration, testKeys } from '../support/demonstration.ts';

let demo: Awaited<ReturnType<typeof startTestDemonstration>>;
beforeAll(async () => {
  demo = await startTestDemonstration();
});
afterAll(() => demo.stop());

const admin = 'ou_demo_C056';

async function deliver(type: string, event: object): Promise<number> {
  const header = {
    event_id: `ev-${Math.random()}`,
    event_type: type,
    create_time: String(Date.now()),
    token: testKeys.verificationToken,
    app_id: testKeys.appId,
    tenant_key: 'tk_demo',
  };
  const body = JSON.stringify({ schema: '2.0', header, event });
  const sealed = sealEvent({ encryptKey: testKeys.encryptKey, body, nowMs: Date.now() });
  const answer = await fetch(`${demo.url}/webhook/event`, { method: 'POST', ...sealed });
  return answer.status;
}

describe('a group is registered from inside it', () => {
  test('only an administrator registers, and then the group sees what it is registered for', async () => {
    await demo.chat.as('ou_demo_C160').inGroup('oc_demo_talk').says('/登记').sees('不能登记群聊');
    await demo.chat
      .as(admin)
      .inGroup('oc_demo_talk')
      .says('/登记')
      .sees('未登记')
      .fills({ kind: 'leaders' })
      .submits()
      .sees('领导群');
    await demo.chat.as('ou_demo_C160').inGroup('oc_demo_talk').says('/排名 镇街').sees('永安镇');
  });

  test('a unit group needs its unit', async () => {
    await demo.chat
      .as(admin)
      .inGroup('oc_demo_talk')
      .says('/登记')
      .fills({ kind: 'unit' })
      .submits()
      .sees('请选择单位');
  });
});

describe('people are bound through the directory', () => {
  test('the former account of a roster entry loses access at once, the new one gains it', async () => {
    await demo.chat
      .as(admin)
      .says('/绑定')
      .sees('绑定身份')
      .fills({ contact: '13900000160', roster: 'C161' })
      .submits()
      .sees('已绑定');
    await demo.chat.as('ou_demo_C161').says('/排名').sees('还没有绑定身份');
    const binding = await demo.store.read((tx) => tx.get('bindings', 'ou_demo_C160'));
    expect(binding).toMatchObject({ cadre: 'C161', bound_by: 'C056' });
  });

  test('a mobile that nobody has is a clear sentence', async () => {
    await demo.chat
      .as(admin)
      .says('/绑定')
      .fills({ contact: '13999999999', roster: 'C161' })
      .submits()
      .sees('没有找到这个手机号');
  });

  test('people of the same name are asked for', async () => {
    await demo.chat
      .as(admin)
      .says('/绑定')
      .fills({ contact: '13900000162', roster: '王伟' })
      .submits()
      .sees('同名');
  });

  test('nobody else may bind', async () => {
    await demo.chat.as('ou_demo_C162').says('/绑定').sees('不能为他人绑定身份');
  });
});

describe('a company’s person is invited', () => {
  test('the code binds once, and then the form is theirs', async () => {
    expect(await deliver('contact.user.deleted_v3', { object: { open_id: 'ou_demo_E005' } })).toBe(200);
    await demo.chat.as('ou_demo_E005').says('/诉求').sees('还没有绑定身份');
    await demo.chat.as('ou_demo_C055').says('/绑定 企业 E005').sees('邀请码');
    const [message] = demo.emulator.messagesOf(demo.emulator.privateChatOf('ou_demo_C055')).slice(-1);
    const code = /邀请码 ([2-9A-HJ-NP-Z]{10})/.exec(JSON.stringify(message))?.[1] ?? '';
    await demo.chat.as('ou_demo_E005').says(`/绑定 ${code}`).sees('您已绑定为');
    await demo.chat.as('ou_demo_E005').says('/诉求').sees('提交企业诉求');
    await demo.chat.as('ou_demo_E006').says(`/绑定 ${code}`).sees('没有可用的绑定码');
  });

  test('a cadre without the right cannot invite', async () => {
    await demo.chat.as('ou_demo_C162').says('/绑定 企业 E005').sees('不能邀请企业人员');
  });
});

describe('who has no rights gets none', () => {
  test('a leaver loses access at once, their history stays', async () => {
    await demo.chat.as('ou_demo_C164').says('/我的').sees('待上报');
    expect(await deliver('contact.user.deleted_v3', { object: { open_id: 'ou_demo_C164' } })).toBe(200);
    await demo.chat.as('ou_demo_C164').says('/我的').sees('还没有绑定身份');
    expect(await demo.store.read((tx) => tx.get('cadres', 'C164'))).toBeDefined();
  });

  test('a person of another tenant never has a staff role', async () => {
    const message = {
      message_id: 'om_outsider',
      chat_id: demo.emulator.privateChatOf('ou_demo_C002'),
      chat_type: 'p2p',
      message_type: 'text',
      content: JSON.stringify({ text: '/排名' }),
    };
    const sender = {
      sender_id: { open_id: 'ou_demo_C002' },
      sender_type: 'user',
      tenant_key: 'tk_elsewhere',
    };
    expect(await deliver('im.message.receive_v1', { sender, message })).toBe(200);
    await demo.product.idle();
    const queued = await demo.store.read((tx) => tx.all('outbox'));
    // The local Feishu does not know the message, so its answer goes to the chat without quoting it.
    const answers = queued.filter(({ reference }) => reference === referenceOf('om_outsider'));
    expect(answers).toMatchObject([{ state: 'sent', reader: 'ou_demo_C002' }]);
    const sent = demo.emulator.messagesOf(message.chat_id).find(({ id }) => id === answers[0]?.message);
    expect(JSON.stringify(sent)).toContain('还没有绑定身份');
  });
});
