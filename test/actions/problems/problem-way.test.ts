import { beforeEach, describe, expect, test } from 'vitest';
import { ticket } from '#src/commands/ticket.ts';
import type { Reply } from '#src/reply/reply.ts';
import { valuesIn } from '../../cards/read-card.ts';
import { problemChat, sentTo, textOf } from '../../support/problem-chat.ts';
import { accounts, goodForm, type ProblemWorld, problemWorld } from '../../support/problem-world.ts';

let world: ProblemWorld;
let chat: ReturnType<typeof problemChat>;
beforeEach(async () => {
  world = await problemWorld();
  chat = problemChat(world);
});

const toldPeople = (reply: Reply) =>
  (reply.notices ?? []).map(({ to }) => ('person' in to ? to.person : to.chat));
const updated = (reply: Reply) => (reply.updates ?? []).map(({ subject }) => subject);
const buttonsOf = (reply: Reply) => valuesIn(reply.replace?.card).map(({ action, form }) => form ?? action);

const submit = () => chat.press('problem.submit', { who: 'entrepreneur', payload: {}, form: goodForm });
const accept = () => chat.press('problem.accept', { who: 'desk' });
const assign = (unit = 'U01', handler = 'C004') =>
  chat.press('problem.assign', { who: 'desk', payload: { problem: 'P0001', unit }, form: { handler } });
const answer = () =>
  chat.press('problem.answer', { who: 'handler', form: { text: '已安排专场招聘会，11月10日举行。' } });
const close = () => chat.press('problem.close', { who: 'desk', form: { end: 'solved', reason: '' } });

async function steps(...all: readonly (() => Promise<Reply>)[]): Promise<Reply> {
  let last: Reply = {};
  for (const step of all) last = await step();
  return last;
}

describe('a problem from form to rating', () => {
  test('submitting: the form becomes the card with the code, who sees the name and until when; every desk officer is told', async () => {
    const reply = await submit();
    const problem = await world.problem();
    const code = problem?.tracking_code ?? '';
    const card = textOf(reply.replace);
    expect(card).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
    expect(card).toMatch(/能看到您姓名和电话的：企服专员、承办单位的经办人/);
    expect(card).toContain('企服专员在11月9日前受理');
    expect(reply.replace?.subject).toBe('problem:P0001:entrepreneur');
    expect(toldPeople(reply)).toEqual([accounts.desk, accounts.otherDesk]);
    expect(reply.notices?.every(({ message }) => message.subject === 'problem:P0001:desk')).toBe(true);
  });

  test('accepting: the officer may go on, the entrepreneur is told, the other officers’ cards follow', async () => {
    const reply = await steps(submit, accept);
    expect(buttonsOf(reply)).toEqual(['assign', 'close', 'return', 'problem.contact']);
    expect(toldPeople(reply)).toEqual([accounts.entrepreneur]);
    expect(updated(reply)).toContain('problem:P0001:desk');
    expect(reply.toast?.type).toBe('success');
  });

  test('assigning: choosing the unit brings up its cadres, its head first', async () => {
    await steps(submit, accept);
    const open = { who: 'desk' as const, payload: { problem: 'P0001', form: 'assign' } };
    const first = await chat.press('problem.open', open);
    expect(buttonsOf(first)).toEqual(['assign', 'problem.back']);
    const second = await chat.press('problem.open', { ...open, option: 'U01' });
    expect(JSON.stringify(second.replace?.card)).toMatch(/王强（局长）.*陈静（科长）.*刘洋（科长）/);
    expect(buttonsOf(second)).toEqual(['assign', 'problem.assign', 'problem.back']);
  });

  test('assigning: handler and head get the card with their steps, the entrepreneur is told', async () => {
    const reply = await steps(submit, accept, () => assign());
    expect(toldPeople(reply)).toEqual([accounts.entrepreneur, accounts.handler, accounts.head]);
    const handlers = reply.notices?.find(({ to }) => 'person' in to && to.person === accounts.handler);
    expect(handlers?.message.subject).toBe('problem:P0001:handler:U01');
    expect(valuesIn(handlers?.message.card).map(({ form, action }) => form ?? action)).toEqual([
      'answer',
      'pause',
      'refuse',
      'problem.contact',
    ]);
  });

  test('answering: the entrepreneur reads the answer, the officer in charge may close', async () => {
    const reply = await steps(submit, accept, () => assign(), answer);
    expect(sentTo(reply, accounts.entrepreneur).join()).toContain('已安排专场招聘会');
    expect(toldPeople(reply)).toEqual([accounts.entrepreneur, accounts.desk]);
    expect(buttonsOf(reply)).toEqual(['answer', 'pause', 'problem.contact']);
  });

  test('answering further: entrepreneur, desk and handler read both answers; the first answer’s time stays', async () => {
    await steps(submit, accept, () => assign(), answer);
    const first = (await world.problem())?.first_answer_at;
    const further = {
      who: 'handler' as const,
      form: { text: '招聘会已办，录用12人。' },
      now: '2026-11-10T10:00:00+08:00',
    };
    const reply = await chat.press('problem.answer', further);
    const cards = [...sentTo(reply, accounts.entrepreneur), ...sentTo(reply, accounts.desk)];
    expect(cards).toHaveLength(2);
    for (const card of [...cards, textOf(reply.replace)]) {
      expect(card).toContain('已安排专场招聘会');
      expect(card).toContain('招聘会已办，录用12人');
    }
    expect(textOf(reply.replace)).toMatch(/首次答复：已安排专场招聘会[\s\S]*再次答复/);
    expect(reply.toast?.content).toContain('补充答复');
    expect(await world.problem()).toMatchObject({ state: 'answered', first_answer_at: first });
    await close();
    await expect(chat.press('problem.answer', further)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('closing: the entrepreneur gets the closing card and then the two questions', async () => {
    const reply = await steps(submit, accept, () => assign(), answer, close);
    const [closing, questions] = sentTo(reply, accounts.entrepreneur);
    expect(closing).toContain('结果：已解决');
    expect(questions).toContain('问题解决了吗？');
    expect(questions).toContain('您满意吗？');
  });

  test('rating: each question one tap, once', async () => {
    await steps(submit, accept, () => assign(), answer, close);
    const word = { who: 'entrepreneur' as const, payload: { problem: 'P0001', solved: true } };
    const solved = await chat.press('problem.solved', word);
    expect(textOf(solved.replace)).toContain('已解决');
    await chat.press('problem.rate', { ...word, payload: { problem: 'P0001', rating: 'satisfied' } });
    expect(await world.problem()).toMatchObject({ solved: true, rating: 'satisfied' });
    await expect(chat.press('problem.solved', word)).rejects.toMatchObject({ code: 'already_done' });
  });

  test('“not solved” reopens: officer, handler and head are told, and the handler may answer again', async () => {
    await steps(submit, accept, () => assign(), answer, close);
    const word = { who: 'entrepreneur' as const, payload: { problem: 'P0001', solved: false } };
    const reply = await chat.press('problem.solved', word);
    expect(toldPeople(reply)).toEqual([accounts.desk, accounts.handler, accounts.head]);
    expect(sentTo(reply, accounts.handler).join()).toContain('企业反馈：没有解决');
    await steps(answer, close);
    const second = await chat.press('problem.solved', word);
    expect(toldPeople(second)).toEqual([]);
    expect(await world.problem()).toMatchObject({ state: 'closed', solved: false, reopened_times: 1 });
  });

  test('the whole way leaves no contact in any journalled document', async () => {
    await steps(submit, accept, () => assign(), answer);
    await chat.press('problem.contact', { who: 'handler' });
    await chat.press('problem.contact', { who: 'desk' });
    await steps(close);
    await chat.say(ticket, '', { who: 'desk' });
    for (const place of [await world.dump(), world.journal.join('\n')]) {
      expect(place).toContain('已安排专场招聘会');
      expect(place).not.toMatch(/13812345678|138 1234-5678|孙经理|13800001000/);
    }
  });
});

describe('side ways', () => {
  test('returning: the entrepreneur reads what is missing and how to submit again', async () => {
    await submit();
    const reply = await chat.press('problem.return', { who: 'desk', form: { reason: '请补充授信材料' } });
    const [told = ''] = sentTo(reply, accounts.entrepreneur);
    expect(told).toContain('请补充授信材料');
    expect(told).toContain('重新提交');
  });

  test('refusing: the officer in charge decides; the unit keeps a card without buttons and never gets the next unit’s', async () => {
    await steps(submit, accept, () => assign());
    const refused = await chat.press('problem.refuse', { who: 'handler', form: { reason: '事项已划转' } });
    expect(buttonsOf(refused)).toEqual([]);
    expect(refused.replace?.subject).toBe('problem:P0001:handler:U01');
    expect(toldPeople(refused)).toEqual([accounts.desk]);
    const next = await assign('U02', 'C007');
    expect(toldPeople(next)).toContain(accounts.otherHead);
    expect(updated(next)).not.toContain('problem:P0001:handler:U01');
  });

  test('assigning to another unit takes the buttons from the first one’s cards', async () => {
    await steps(submit, accept, () => assign());
    const reply = await assign('U02', 'C007');
    const former = reply.updates?.find(({ subject }) => subject === 'problem:P0001:handler:U01');
    expect(valuesIn(former?.card)).toEqual([]);
  });

  test('an urgent problem is told at once, a normal one in working hours', async () => {
    const urgency = async (value: string) => {
      const form = { ...goodForm, urgency: value };
      const reply = await chat.press('problem.submit', { who: 'entrepreneur', payload: {}, form });
      return reply.notices?.map(({ urgent }) => urgent);
    };
    expect(await urgency('normal')).toEqual([false, false]);
    expect(await urgency('critical')).toEqual([true, true]);
  });

  test('going back from a form shows the card as it is now', async () => {
    await steps(submit, accept);
    const back = await chat.press('problem.back', { who: 'desk' });
    expect(buttonsOf(back)).toEqual(['assign', 'close', 'return', 'problem.contact']);
  });

  test('HTML and mentions in a problem reach no card unescaped', async () => {
    const form = { ...goodForm, text: '<at id=all></at> **急** [点我](http://x.y) 缺人' };
    const reply = await chat.press('problem.submit', { who: 'entrepreneur', payload: {}, form });
    expect(JSON.stringify(reply)).not.toMatch(/<at|\]\(http/);
    expect(textOf(reply.replace)).toContain('<at id=all></at> **急** [点我](http://x.y) 缺人');
  });
});
