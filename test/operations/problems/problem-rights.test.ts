import { beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#src/domain/enterprise/problem.ts';
import type { Actor } from '#src/domain/people/actor.ts';
import { acceptProblem } from '#src/operations/problems/accept-problem.ts';
import { answerProblem } from '#src/operations/problems/answer-problem.ts';
import { assignProblem } from '#src/operations/problems/assign-problem.ts';
import { closeProblem } from '#src/operations/problems/close-problem.ts';
import { pauseProblem } from '#src/operations/problems/pause-problem.ts';
import { answerSolved, rateProblem } from '#src/operations/problems/rate-problem.ts';
import { refuseProblem } from '#src/operations/problems/refuse-problem.ts';
import { returnProblem } from '#src/operations/problems/return-problem.ts';
import { findProblem } from '#src/operations/problems/see-problem.ts';
import { supplementProblem } from '#src/operations/problems/supplement-problem.ts';
import type { WriteTx } from '#src/store/document-store.ts';
import { accounts, type ProblemWorld, problemNow, problemWorld } from '../../support/problem-world.ts';

type Who = keyof typeof accounts;

interface Right {
  readonly what: string;
  readonly given: Partial<Problem>;
  readonly may: readonly Who[];
  readonly run: (tx: WriteTx, actor: Actor) => Promise<unknown>;
}

const at = { problem: 'P0001', now: problemNow };
const assigned: Partial<Problem> = { state: 'assigned', unit: 'U01', handler: 'C004', desk: 'C001' };
const desk: readonly Who[] = ['desk', 'otherDesk'];
const handlers: readonly Who[] = ['handler', 'head'];
const company: readonly Who[] = ['entrepreneur', 'partner'];

const rights: readonly Right[] = [
  { what: 'accept', given: {}, may: desk, run: (tx, actor) => acceptProblem(tx, { ...at, actor }) },
  {
    what: 'return',
    given: {},
    may: desk,
    run: (tx, actor) => returnProblem(tx, { ...at, actor, reason: '请补充材料' }),
  },
  {
    what: 'assign',
    given: { state: 'accepted' },
    may: desk,
    run: (tx, actor) => assignProblem(tx, { ...at, actor, unit: 'U01', handler: 'C004' }),
  },
  {
    what: 'answer',
    given: assigned,
    may: handlers,
    run: (tx, actor) => answerProblem(tx, { ...at, actor, text: '已安排专场招聘会。' }),
  },
  {
    what: 'ask the entrepreneur for something',
    given: assigned,
    may: [...desk, ...handlers],
    run: (tx, actor) => pauseProblem(tx, { ...at, actor, reason: '请提供厂区排水图' }),
  },
  {
    what: 'add something',
    given: assigned,
    may: company,
    run: (tx, actor) => supplementProblem(tx, { ...at, actor, text: '排水图已送到。' }),
  },
  {
    what: 'refuse',
    given: assigned,
    may: handlers,
    run: (tx, actor) => refuseProblem(tx, { ...at, actor, reason: '不归口' }),
  },
  {
    what: 'close',
    given: { ...assigned, state: 'answered', answer: '已安排。' },
    may: desk,
    run: (tx, actor) => closeProblem(tx, { ...at, actor, end: 'solved', reason: '' }),
  },
  {
    what: 'say whether it is solved',
    given: { ...assigned, state: 'closed', end: 'solved' },
    may: company,
    run: (tx, actor) => answerSolved(tx, { ...at, actor, solved: true }),
  },
  {
    what: 'rate',
    given: { ...assigned, state: 'closed', end: 'solved' },
    may: company,
    run: (tx, actor) => rateProblem(tx, { ...at, actor, rating: 'satisfied' }),
  },
  {
    what: 'see',
    given: assigned,
    may: [...desk, ...handlers, 'colleague', ...company],
    run: (tx, actor) => findProblem(tx, { ...at, actor }),
  },
];

describe.each(rights)('who may $what', ({ given, may, run }) => {
  let world: ProblemWorld;
  beforeEach(async () => {
    world = await problemWorld();
    await world.given(given);
  });

  test.each(Object.keys(accounts) as Who[])('%s', async (who) => {
    const actor = await world.as(who);
    const before = await world.problem();
    const done = world.write((tx) => run(tx, actor));
    if (may.includes(who)) {
      await expect(done).resolves.toBeDefined();
      return;
    }
    await expect(done).rejects.toMatchObject({ code: expect.stringMatching(/^not_(allowed|found)$/) });
    expect(await world.problem()).toEqual(before);
  });
});

describe('what is refused to somebody who has nothing to do with it', () => {
  test('sounds the same as a problem that does not exist', async () => {
    const world = await problemWorld();
    await world.given(assigned);
    const actor = await world.as('otherCadre');
    const foreign = world.write((tx) => answerProblem(tx, { ...at, actor, text: '已经办理。' }));
    const unknown = world.write((tx) =>
      answerProblem(tx, { ...at, problem: 'P9999', actor, text: '已经办理。' }),
    );
    const [first, second] = await Promise.allSettled([foreign, unknown]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
    expect(String(first.status === 'rejected' && first.reason)).toBe(
      String(second.status === 'rejected' && second.reason),
    );
  });
});
