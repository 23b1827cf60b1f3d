import { beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#src/domain/enterprise/problem.ts';
import { acceptProblem } from '#src/operations/problems/accept-problem.ts';
import { answerProblem } from '#src/operations/problems/answer-problem.ts';
import { assignProblem } from '#src/operations/problems/assign-problem.ts';
import { closeProblem } from '#src/operations/problems/close-problem.ts';
import { answerSolved, rateProblem } from '#src/operations/problems/rate-problem.ts';
import { refuseProblem } from '#src/operations/problems/refuse-problem.ts';
import { returnProblem } from '#src/operations/problems/return-problem.ts';
import { type accounts, type ProblemWorld, problemNow, problemWorld } from '../../support/problem-world.ts';

const at = { problem: 'P0001', now: '2026-11-06T10:30:00+08:00' };
const accepted: Partial<Problem> = { state: 'accepted', accepted_at: problemNow, desk: 'C002' };
const assigned: Partial<Problem> = {
  ...accepted,
  state: 'assigned',
  assigned_at: problemNow,
  unit: 'U01',
  handler: 'C004',
};
const answered: Partial<Problem> = {
  ...assigned,
  state: 'answered',
  answer: '已安排专场招聘会。',
  first_answer_at: problemNow,
  answered_at: problemNow,
};
const closed: Partial<Problem> = { ...answered, state: 'closed', closed_at: problemNow, end: 'solved' };

let world: ProblemWorld;
beforeEach(async () => {
  world = await problemWorld();
});
const as = (who: keyof typeof accounts) => world.as(who);

describe('the desk', () => {
  test('accepts, and a second officer is told who was quicker', async () => {
    await world.given();
    const [desk, otherDesk] = [await as('desk'), await as('otherDesk')];
    await world.write((tx) => acceptProblem(tx, { ...at, actor: otherDesk }));
    expect(await world.problem()).toMatchObject({ state: 'accepted', desk: 'C002', accepted_at: at.now });
    await expect(world.write((tx) => acceptProblem(tx, { ...at, actor: desk }))).rejects.toMatchObject({
      code: 'already_done',
      say: '该诉求已由邵洁受理，无需重复操作。',
    });
  });

  test('of two officers who accept at the same moment exactly one does', async () => {
    await world.given();
    const actors = [await as('desk'), await as('otherDesk')];
    const results = await Promise.allSettled(
      actors.map((actor) => world.write((tx) => acceptProblem(tx, { ...at, actor }))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('returns with a reason, and without one does nothing', async () => {
    await world.given();
    const actor = await as('desk');
    await expect(world.write((tx) => returnProblem(tx, { ...at, actor, reason: ' ' }))).rejects.toMatchObject(
      { say: '请填写退回原因，没有保存任何内容。' },
    );
    await world.write((tx) => returnProblem(tx, { ...at, actor, reason: '请补充授信材料' }));
    expect(await world.problem()).toMatchObject({ state: 'returned', returned_reason: '请补充授信材料' });
  });

  test('assigns to a cadre of the unit, or to its head when nobody is named', async () => {
    await world.given(accepted);
    const actor = await as('desk');
    await world.write((tx) => assignProblem(tx, { ...at, actor, unit: 'U01', handler: 'C004' }));
    expect(await world.problem()).toMatchObject({ state: 'assigned', handler: 'C004', assigned_at: at.now });
    await world.write((tx) => assignProblem(tx, { ...at, actor, unit: 'U02', handler: undefined }));
    expect(await world.problem()).toMatchObject({ unit: 'U02', handler: 'C006', desk: 'C002' });
  });

  test('may not assign to a cadre of another unit, to an unknown unit, or to one without a head', async () => {
    await world.given(accepted);
    const actor = await as('desk');
    const assign = (unit: string, handler?: string) =>
      world.write((tx) => assignProblem(tx, { ...at, actor, unit, handler }));
    await expect(assign('U01', 'C007')).rejects.toMatchObject({ say: expect.stringMatching(/不在区人社局/) });
    await expect(assign('U99')).rejects.toMatchObject({ say: expect.stringMatching(/请选择承办单位/) });
    await expect(assign('U03')).rejects.toMatchObject({ say: expect.stringMatching(/请指定经办人/) });
    expect(await world.problem()).toMatchObject(accepted);
  });

  test('assigning again to the same handler is no second dispatch', async () => {
    await world.given(assigned);
    const actor = await as('desk');
    const again = world.write((tx) => assignProblem(tx, { ...at, actor, unit: 'U01', handler: 'C004' }));
    await expect(again).rejects.toMatchObject({ code: 'already_done' });
    expect(await world.problem()).toMatchObject({ assigned_at: problemNow });
  });

  test('closes as solved only what was answered', async () => {
    const actor = await as('desk');
    await world.given(assigned);
    const close = () => world.write((tx) => closeProblem(tx, { ...at, actor, end: 'solved', reason: '' }));
    await expect(close()).rejects.toMatchObject({ code: 'conflict' });
    await world.given(answered);
    expect(await close()).toMatchObject({ state: 'closed', end: 'solved', closed_at: at.now });
  });

  test('closes with any other end only with a public reason', async () => {
    const actor = await as('desk');
    await world.given(accepted);
    const close = (reason: string) =>
      world.write((tx) => closeProblem(tx, { ...at, actor, end: 'not_ours', reason }));
    await expect(close('')).rejects.toMatchObject({ say: '请填写公开说明，没有保存任何内容。' });
    expect(await close('属于市级事权，已转市局。')).toMatchObject({
      end: 'not_ours',
      public_reason: '属于市级事权，已转市局。',
    });
  });

  test('an unknown end is refused with the choices', async () => {
    const actor = await as('desk');
    await world.given(answered);
    await expect(
      world.write((tx) => closeProblem(tx, { ...at, actor, end: 'done', reason: '' })),
    ).rejects.toMatchObject({ say: expect.stringMatching(/请选择办结结果/) });
  });

  test('an officer who handled the case does not close it', async () => {
    await world.given({ ...answered, unit: 'U03', handler: 'C001' });
    const [own, other] = [await as('desk'), await as('otherDesk')];
    const close = (actor: typeof own) =>
      world.write((tx) => closeProblem(tx, { ...at, actor, end: 'solved', reason: '' }));
    await expect(close(own)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(close(other)).resolves.toMatchObject({ state: 'closed' });
  });
});

describe('the unit', () => {
  test('answers; the moment of the first answer stays when it answers again after a reopening', async () => {
    await world.given(assigned);
    const actor = await as('handler');
    await world.write((tx) => answerProblem(tx, { ...at, actor, text: '已安排专场招聘会。' }));
    expect(await world.problem()).toMatchObject({
      state: 'answered',
      first_answer_at: at.now,
      answered_at: at.now,
    });
    await world.given({ ...answered, state: 'reopened', reopened_times: 1 });
    await world.write((tx) => answerProblem(tx, { ...at, actor, text: '第二场已对接20人。' }));
    expect(await world.problem()).toMatchObject({ first_answer_at: problemNow, answered_at: at.now });
  });

  test('refuses once with a reason: it goes back to the desk, and the refusal is counted', async () => {
    await world.given(assigned);
    const [head, desk] = [await as('head'), await as('desk')];
    await world.write((tx) => refuseProblem(tx, { ...at, actor: head, reason: '事项已划转' }));
    expect(await world.problem()).toMatchObject({
      state: 'accepted',
      unit: null,
      handler: null,
      refusals: [{ unit: 'U01', assigned_at: problemNow, refused_at: at.now, reason: '事项已划转' }],
    });
    await world.write((tx) => assignProblem(tx, { ...at, actor: desk, unit: 'U01', handler: undefined }));
    await expect(
      world.write((tx) => refuseProblem(tx, { ...at, actor: head, reason: '还是不归口' })),
    ).rejects.toMatchObject({ code: 'conflict', say: expect.stringMatching(/已拒办过一次，由企服专员裁定/) });
  });

  test('has no right any more once it refused', async () => {
    await world.given(assigned);
    const actor = await as('handler');
    await world.write((tx) => refuseProblem(tx, { ...at, actor, reason: '不归口' }));
    await expect(
      world.write((tx) => answerProblem(tx, { ...at, actor, text: '已经办理。' })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the entrepreneur', () => {
  test('answers each question once', async () => {
    await world.given(closed);
    const actor = await as('entrepreneur');
    await world.write((tx) => answerSolved(tx, { ...at, actor, solved: true }));
    await world.write((tx) => rateProblem(tx, { ...at, actor, rating: 'satisfied' }));
    expect(await world.problem()).toMatchObject({ state: 'closed', solved: true, rating: 'satisfied' });
    const again = [
      world.write((tx) => answerSolved(tx, { ...at, actor, solved: false })),
      world.write((tx) => rateProblem(tx, { ...at, actor, rating: 'not_satisfied' })),
    ];
    for (const word of again) {
      await expect(word).rejects.toMatchObject({
        code: 'already_done',
        say: expect.stringMatching(/已评价/),
      });
    }
    expect(await world.problem()).toMatchObject({ state: 'closed', solved: true, rating: 'satisfied' });
  });

  test('reopens with the first “not solved”; a second one, after the second closing, is only recorded', async () => {
    await world.given(closed);
    const [actor, desk, handler] = [await as('entrepreneur'), await as('desk'), await as('handler')];
    await world.write((tx) => answerSolved(tx, { ...at, actor, solved: false }));
    expect(await world.problem()).toMatchObject({
      state: 'reopened',
      reopened_times: 1,
      solved: false,
      closed_at: null,
      end: null,
      handler: 'C004',
    });
    await world.write((tx) => answerProblem(tx, { ...at, actor: handler, text: '第二场已对接。' }));
    await world.write((tx) => closeProblem(tx, { ...at, actor: desk, end: 'solved', reason: '' }));
    expect(await world.problem()).toMatchObject({ state: 'closed', solved: null, rating: null });
    await world.write((tx) => answerSolved(tx, { ...at, actor, solved: false }));
    expect(await world.problem()).toMatchObject({ state: 'closed', solved: false, reopened_times: 1 });
  });
});
