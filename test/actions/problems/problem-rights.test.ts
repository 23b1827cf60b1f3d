import { beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#src/domain/enterprise/problem.ts';
import { openContact } from '#src/operations/problems/open-contact.ts';
import { problemActions, problemChat, textOf } from '../../support/problem-chat.ts';
import { accounts, type ProblemWorld, problemWorld } from '../../support/problem-world.ts';

type Who = keyof typeof accounts;

const everybody = Object.keys(accounts) as Who[];
const assigned: Partial<Problem> = { state: 'assigned', unit: 'U01', handler: 'C004', desk: 'C001' };
const contact = { name: '孙经理', phone: '13812345678' };

let world: ProblemWorld;
let chat: ReturnType<typeof problemChat>;
beforeEach(async () => {
  world = await problemWorld();
  chat = problemChat(world);
  await world.given({ ...assigned, contact: await world.vault.seal('E001', JSON.stringify(contact)) });
});

describe('who may see whom to call', () => {
  const may: readonly Who[] = ['desk', 'otherDesk', 'handler', 'head'];

  test.each(may)('%s gets it in private, sealed in the store', async (who) => {
    const reply = await chat.press('problem.contact', { who });
    const [message] = reply.privately ?? [];
    expect(textOf(message)).toContain('孙经理 13812345678');
    expect(message).toMatchObject({ sealUnder: 'E001' });
    expect(reply.here).toBeUndefined();
    expect(await world.dump()).not.toContain('13812345678');
  });

  test.each(everybody.filter((who) => !may.includes(who)))('%s may not', async (who) => {
    await expect(chat.press('problem.contact', { who })).rejects.toMatchObject({
      code: expect.stringMatching(/^(not_allowed|not_found|unknown_person)$/),
    });
  });

  test('nobody sees it in a group', async () => {
    const place = { type: 'group', chatId: 'oc_unit', kind: 'unit', of: 'U01' } as const;
    await expect(chat.press('problem.contact', { who: 'handler', place })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  test('a destroyed contact is said to be gone', async () => {
    await world.vault.destroy('E001');
    const sealed = (await world.problem())?.contact ?? { key: '', data: '' };
    expect(await openContact(world.vault, sealed)).toBeUndefined();
    await expect(chat.press('problem.contact', { who: 'desk' })).rejects.toMatchObject({
      say: expect.stringContaining('已按要求销毁'),
    });
  });
});

describe('every action is authorised again on the server', () => {
  const content = {
    handler: 'C004',
    text: '已经办理完毕。',
    reason: '原因如下。',
    end: 'not_possible',
    solved: true,
  };
  const payload = { problem: 'P0001', unit: 'U02', form: 'answer', solved: true, rating: 'satisfied' };
  const outsiders: readonly Who[] = ['otherHead', 'otherCadre', 'leader', 'admin', 'stranger', 'unbound'];
  const onOne = problemActions.filter(({ id }) => id !== 'problem.submit');

  test.each(onOne.flatMap(({ id }) => outsiders.map((who) => [id, who] as const)))(
    '%s is refused to %s, who has nothing to do with it',
    async (id, who) => {
      const before = await world.problem();
      await expect(chat.press(id, { who, payload, form: content })).rejects.toMatchObject({
        code: expect.stringMatching(/^(not_allowed|not_found|unknown_person)$/),
      });
      expect(await world.problem()).toEqual(before);
    },
  );

  test.each(['accept', 'return', 'assign', 'close'])('the unit may not %s', async (step) => {
    const pressed = chat.press(`problem.${step}`, { who: 'head', payload, form: content });
    await expect(pressed).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('a form opens only for who may take that step', async () => {
    const open = (who: Who, form: string) =>
      chat.press('problem.open', { who, payload: { problem: 'P0001', form } });
    await expect(open('handler', 'answer')).resolves.toHaveProperty('replace');
    await expect(open('handler', 'close')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(open('desk', 'answer')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(open('colleague', 'answer')).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
