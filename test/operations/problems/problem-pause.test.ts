import { beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#src/domain/enterprise/problem.ts';
import { answerProblem } from '#src/operations/problems/answer-problem.ts';
import { assignProblem } from '#src/operations/problems/assign-problem.ts';
import { closeProblem } from '#src/operations/problems/close-problem.ts';
import { pauseProblem } from '#src/operations/problems/pause-problem.ts';
import { refuseProblem } from '#src/operations/problems/refuse-problem.ts';
import { supplementProblem } from '#src/operations/problems/supplement-problem.ts';
import type { WriteTx } from '#src/store/document-store.ts';
import { type accounts, type ProblemWorld, problemNow, problemWorld } from '../../support/problem-world.ts';

const at = { problem: 'P0001', now: '2026-11-06T10:30:00+08:00' };
const reason = '请提供厂区排水图';
const paused: Partial<Problem> = {
  ...{ state: 'assigned', accepted_at: problemNow, assigned_at: problemNow },
  ...{ desk: 'C002', unit: 'U01', handler: 'C004' },
  pauses: [{ from: problemNow, to: null, reason }],
};

let world: ProblemWorld;
beforeEach(async () => {
  world = await problemWorld();
});
const as = (who: keyof typeof accounts) => world.as(who);

async function supplement(text: unknown) {
  const actor = await as('entrepreneur');
  return world.write((tx) => supplementProblem(tx, { ...at, actor, text }));
}

type Going = (tx: WriteTx, actor: Awaited<ReturnType<ProblemWorld['as']>>) => Promise<unknown>;

/** What ends the waiting without the entrepreneur. */
const goings: readonly (readonly [string, keyof typeof accounts, Going])[] = [
  ['answers', 'handler', (tx, actor) => answerProblem(tx, { ...at, actor, text: '已经改造完毕。' })],
  ['refuses', 'handler', (tx, actor) => refuseProblem(tx, { ...at, actor, reason: '不归口' })],
  [
    'hands it on',
    'desk',
    (tx, actor) => assignProblem(tx, { ...at, actor, unit: 'U02', handler: undefined }),
  ],
  [
    'closes',
    'desk',
    (tx, actor) => closeProblem(tx, { ...at, actor, end: 'not_possible', reason: '管网没有条件。' }),
  ],
];

describe('asking the entrepreneur for something', () => {
  test('needs a reason and is done once', async () => {
    await world.given({ ...paused, pauses: [] });
    const actor = await as('handler');
    const ask = (raw: unknown) => world.write((tx) => pauseProblem(tx, { ...at, actor, reason: raw }));
    await expect(ask(' ')).rejects.toMatchObject({ code: 'bad_input' });
    expect(await ask(reason)).toMatchObject({
      state: 'assigned',
      pauses: [{ from: at.now, to: null, reason }],
    });
    await expect(ask(reason)).rejects.toMatchObject({ code: 'already_done' });
    expect((await world.problem())?.pauses).toHaveLength(1);
  });

  test.each(goings)('ends when the district %s without the word', async (_, who, going) => {
    await world.given(paused);
    const actor = await as(who);
    await world.write((tx) => going(tx, actor));
    expect(await world.problem()).toMatchObject({
      pauses: [{ from: problemNow, to: at.now, reason, unanswered: true }],
    });
  });
});

describe('what the entrepreneur adds', () => {
  test('is kept with its moment and ends the pause', async () => {
    await world.given(paused);
    await supplement(' 排水图已发经办人邮箱。 ');
    expect(await world.problem()).toMatchObject({
      state: 'assigned',
      pauses: [{ from: problemNow, to: at.now, reason }],
      supplements: [{ at: at.now, text: '排水图已发经办人邮箱。', asked: true }],
    });
    expect((await world.problem())?.pauses[0]).not.toHaveProperty('unanswered');
  });

  test('is taken once when the form is submitted twice, and again when it is asked for again', async () => {
    await world.given(paused);
    await supplement('图已发');
    await expect(supplement('图已发')).rejects.toMatchObject({ code: 'already_done' });
    expect((await world.problem())?.supplements).toHaveLength(1);
    const actor = await as('desk');
    await world.write((tx) => pauseProblem(tx, { ...at, actor, reason }));
    await supplement('图已发');
    expect((await world.problem())?.supplements).toHaveLength(2);
  });

  test('has 1 to 1000 characters', async () => {
    await world.given(paused);
    for (const text of ['', ' \n ', undefined, 7, '图'.repeat(1001)]) {
      await expect(supplement(text)).rejects.toMatchObject({ code: 'bad_input' });
    }
    expect(await world.problem()).toMatchObject(paused);
    await supplement('𠮷'.repeat(1000));
  });

  test('is taken unasked too, at most five times, and not after the end', async () => {
    await world.given({ ...paused, pauses: [] });
    for (const text of ['一', '二', '三', '四', '五']) await supplement(text);
    await expect(supplement('五')).rejects.toMatchObject({
      say: expect.stringContaining('这段补充已经收到'),
    });
    await expect(supplement('六')).rejects.toMatchObject({ code: 'conflict' });
    expect((await world.problem())?.supplements?.map(({ asked }) => asked)).toEqual(Array(5).fill(false));
    await world.given({ ...paused, pauses: [], state: 'closed', end: 'solved' });
    await expect(supplement('七')).rejects.toMatchObject({
      say: expect.stringContaining('该诉求已办结，现在不能补充说明'),
    });
  });
});
