import { beforeEach, describe, expect, test } from 'vitest';
import { problem as problemCommand } from '#src/commands/problem.ts';
import { ticket } from '#src/commands/ticket.ts';
import type { Place } from '#src/domain/people/actor.ts';
import { elementsOf, valuesIn } from '../../cards/read-card.ts';
import { problemChat, textOf } from '../../support/problem-chat.ts';
import {
  companyContact,
  type ProblemWorld,
  problemContext,
  problemWorld,
} from '../../support/problem-world.ts';

let world: ProblemWorld;
let chat: ReturnType<typeof problemChat>;
beforeEach(async () => {
  world = await problemWorld();
  chat = problemChat(world);
});

const group: Place = { type: 'group', chatId: 'oc_ranking', kind: 'public_ranking', full: false };

describe('/problem shows the form', () => {
  test('with the company and its contact filled in, sealed in the store', async () => {
    const reply = await chat.say(problemCommand, '', { who: 'entrepreneur' });
    const [form] = reply.here ?? [];
    expect(textOf(form)).toContain('南江恒泰精密制造有限公司');
    expect(elementsOf(form?.card, 'input').map((input) => input.default_value)).toEqual([
      companyContact.name,
      companyContact.phone,
      undefined,
    ]);
    expect(form?.sealUnder).toBe('E001');
    expect(await world.dump()).not.toContain(companyContact.phone);
    expect(world.journal.join('\n')).not.toContain(companyContact.phone);
  });

  test('what was said behind the command is filled in', async () => {
    const reply = await chat.say(problemCommand, '厂门口路灯坏了三周', { who: 'entrepreneur' });
    expect(JSON.stringify(reply.here)).toContain('厂门口路灯坏了三周');
  });

  test('in a group sends it in private and says so in one line', async () => {
    const reply = await world.write(async (tx) =>
      problemCommand.answer(await problemContext(world, tx, { who: 'entrepreneur', place: group }), ''),
    );
    expect(reply.here).toEqual([{ text: '诉求表单已私聊发给您，请在私聊里填写。' }]);
    expect(reply.privately).toMatchObject([{ sealUnder: 'E001' }]);
  });

  test('with empty contact fields when the company’s key was destroyed', async () => {
    await world.vault.destroy('E001');
    const reply = await chat.say(problemCommand, '', { who: 'entrepreneur' });
    const [name] = elementsOf(reply.here?.[0]?.card, 'input');
    expect(name?.default_value).toBeUndefined();
  });

  test.each(['desk', 'handler', 'admin', 'unbound'] as const)('not to %s', async (who) => {
    await expect(chat.say(problemCommand, '', { who })).rejects.toMatchObject({
      code: expect.stringMatching(/^(not_allowed|unknown_person)$/),
    });
  });
});

describe('/ticket', () => {
  beforeEach(async () => {
    await world.given({ state: 'assigned', unit: 'U01', handler: 'C004', desk: 'C001' });
  });

  test('shows the entrepreneur their own, however the code was typed', async () => {
    for (const code of ['ABCD2345', 'abcd-2345', 'abcd 2345']) {
      const reply = await chat.say(ticket, code, { who: 'entrepreneur' });
      expect(textOf(reply.here?.[0])).toContain('您的诉求');
      expect(reply.here?.[0]?.subject).toBe('problem:P0001:entrepreneur');
    }
  });

  test('shows desk and handler what they may do, and a colleague of the unit the same without buttons', async () => {
    const buttons = async (who: 'desk' | 'handler' | 'colleague') => {
      const reply = await chat.say(ticket, 'ABCD2345', { who });
      return valuesIn(reply.here?.[0]?.card).map(({ form, action }) => form ?? action);
    };
    expect(await buttons('desk')).toEqual(['assign', 'close', 'pause', 'problem.contact']);
    expect(await buttons('handler')).toEqual(['answer', 'pause', 'refuse', 'problem.contact']);
    expect(await buttons('colleague')).toEqual([]);
  });

  test('says the same of an unknown code and of somebody else’s', async () => {
    const said = async (code: string) =>
      textOf((await chat.say(ticket, code, { who: 'stranger' })).here?.[0]);
    const foreign = await said('ABCD2345');
    expect(foreign).toContain('没有找到这条诉求');
    expect(await said('ZZZZ9999')).toBe(foreign);
    expect(await said('<b>什么</b>')).toBe(foreign);
  });

  test('in a group answers in private, with the same line whether or not the code exists', async () => {
    const inGroup = (code: string) => chat.say(ticket, code, { who: 'entrepreneur', place: group });
    const [known, unknown, list] = [await inGroup('ABCD2345'), await inGroup('ZZZZ9999'), await inGroup('')];
    expect(textOf(known.privately?.[0])).toContain('旺季缺一线操作工30人');
    expect(known.here).toEqual([{ text: '已私聊答复您。' }]);
    expect(unknown.here).toEqual(known.here);
    expect(list.here).toEqual(known.here);
  });

  test('without a code lists what concerns the asker, each with a button', async () => {
    const reply = await chat.say(ticket, '', { who: 'entrepreneur' });
    const values = valuesIn(reply.here?.[0]?.card);
    expect(values).toEqual([{ say: '/ticket ABCD2345' }, { say: '/problem' }]);
    const none = await chat.say(ticket, '', { who: 'otherCadre' });
    expect(textOf(none.here?.[0])).toContain('现在没有');
  });
});
