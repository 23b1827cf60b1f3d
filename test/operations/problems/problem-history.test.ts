import { expect, test } from 'vitest';
import { problemCardFor } from '#cards/enterprise/problem-shown.ts';
import { acceptProblem } from '#src/operations/problems/accept-problem.ts';
import { answerProblem } from '#src/operations/problems/answer-problem.ts';
import { assignProblem } from '#src/operations/problems/assign-problem.ts';
import { closeProblem } from '#src/operations/problems/close-problem.ts';
import { answerSolved } from '#src/operations/problems/rate-problem.ts';
import { refuseProblem } from '#src/operations/problems/refuse-problem.ts';
import { returnProblem } from '#src/operations/problems/return-problem.ts';
import { sightOfProblem } from '#src/operations/problems/see-problem.ts';
import { plainTextOf } from '#src/reply/plain-text.ts';
import type { WriteTx } from '#src/store/document-store.ts';
import { type accounts, type problemDoc, problemWorld } from '../../support/problem-world.ts';

/** Takes steps one a day from 9 November on, and reads what the desk's card says happened. */
async function history(given: Parameters<typeof problemDoc>[0] = {}) {
  const world = await problemWorld();
  await world.given(given);
  let day = 8;
  async function step(
    who: keyof typeof accounts,
    run: (
      tx: WriteTx,
      on: { problem: string; actor: Awaited<ReturnType<typeof world.as>>; now: string },
    ) => Promise<unknown>,
  ) {
    day += 1;
    const now = `2026-11-${`${day}`.padStart(2, '0')}T10:00:00+08:00`;
    const actor = await world.as(who);
    await world.write((tx) => run(tx, { problem: 'P0001', actor, now }));
  }
  async function timeline(): Promise<string[]> {
    const problem = await world.problem();
    if (!problem) throw new Error('no problem');
    const sight = await world.store.read((tx) => sightOfProblem(tx, problem, world.calendar));
    const { card } = problemCardFor({ demo: false, problem: sight, today: '2026-11-30' }, ['desk']);
    const [, told = ''] = plainTextOf(card).split('办理经过');
    return told.split('\n').flatMap((line) => /^11月\d+日 10:00　(.+)$/.exec(line.trim())?.[1] ?? []);
  }
  return { world, step, timeline };
}

const assign =
  (unit: string) => (tx: WriteTx, on: Omit<Parameters<typeof assignProblem>[1], 'unit' | 'handler'>) =>
    assignProblem(tx, { ...on, unit, handler: undefined });

test('every dispatch, closing and reopening stays in what happened', async () => {
  const { step, timeline } = await history();
  await step('desk', acceptProblem);
  await step('desk', assign('U01'));
  await step('head', (tx, on) => refuseProblem(tx, { ...on, reason: '不归口' }));
  await step('desk', assign('U01'));
  await step('desk', assign('U02'));
  await step('otherHead', (tx, on) => answerProblem(tx, { ...on, text: '公交已延长到22点。' }));
  await step('desk', (tx, on) => closeProblem(tx, { ...on, end: 'solved', reason: '' }));
  await step('entrepreneur', (tx, on) => answerSolved(tx, { ...on, solved: false }));
  await step('otherHead', (tx, on) => answerProblem(tx, { ...on, text: '定制公交已经开通。' }));
  await step('desk', (tx, on) => closeProblem(tx, { ...on, end: 'not_possible', reason: '没有运力。' }));
  expect(await timeline()).toEqual([
    '受理（李娜）',
    '交办（区人社局 王强）',
    '区人社局拒办：不归口',
    '交办（区人社局 王强）',
    '交办（区住建局 赵敏）',
    '首次答复：公交已延长到22点。',
    '办结：已解决',
    '企业反映没有解决，重新办理',
    '再次答复',
    '办结：无法办理',
  ]);
});

test('a return stands in it', async () => {
  const { step, timeline } = await history();
  await step('desk', (tx, on) => returnProblem(tx, { ...on, reason: '请补充地点' }));
  expect(await timeline()).toEqual(['退回企业补充']);
});

test('a problem from before steps were kept keeps what its fields still say, and gains from then on', async () => {
  const at = (day: string) => `2026-11-${day}T10:00:00+08:00`;
  const { step, timeline } = await history({
    ...{ state: 'assigned', accepted_at: at('02'), assigned_at: at('04'), desk: 'C001' },
    ...{ unit: 'U01', handler: 'C004' },
    refusals: [{ unit: 'U02', assigned_at: at('02'), refused_at: at('03'), reason: '不归口' }],
  });
  const before = ['受理（李娜）', '交办（区住建局）', '区住建局拒办：不归口', '交办（区人社局 陈静）'];
  expect(await timeline()).toEqual(before);
  await step('desk', assign('U02'));
  expect(await timeline()).toEqual([...before, '交办（区住建局 赵敏）']);
});

test('each unit may refuse once', async () => {
  const { world, step } = await history({ state: 'accepted', desk: 'C001' });
  const refuse = (tx: WriteTx, on: Omit<Parameters<typeof refuseProblem>[1], 'reason'>) =>
    refuseProblem(tx, { ...on, reason: '不归口' });
  await step('desk', assign('U01'));
  await step('head', refuse);
  await step('desk', assign('U02'));
  await step('otherHead', refuse);
  await step('desk', assign('U01'));
  await expect(step('head', refuse)).rejects.toMatchObject({
    say: expect.stringContaining('本单位已拒办过一次，由企服专员裁定'),
  });
  expect((await world.problem())?.refusals.map(({ unit }) => unit)).toEqual(['U01', 'U02']);
});
