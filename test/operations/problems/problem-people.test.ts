import { beforeEach, describe, expect, test } from 'vitest';
import { workCalendar } from '#src/domain/calendar/work-calendar.ts';
import { listProblems } from '#src/operations/problems/list-problems.ts';
import { problemPeople } from '#src/operations/problems/problem-people.ts';
import { findProblemByCode, sightOfProblem } from '#src/operations/problems/see-problem.ts';
import { accounts, type ProblemWorld, problemDoc, problemWorld } from '../../support/problem-world.ts';

let world: ProblemWorld;
beforeEach(async () => {
  world = await problemWorld();
});

describe('who is told', () => {
  const peopleOf = (part: Parameters<typeof problemDoc>[0]) =>
    world.store.read((tx) => problemPeople(tx, problemDoc(part)));

  test('every desk officer, the handler with the unit’s head, and who submitted it', async () => {
    expect(await peopleOf({ unit: 'U01', handler: 'C004' })).toEqual({
      desk: [accounts.desk, accounts.otherDesk],
      officer: [accounts.desk, accounts.otherDesk],
      handler: [accounts.handler, accounts.head],
      entrepreneur: [accounts.entrepreneur],
    });
  });

  test('the officer who accepted it, or the whole desk when that one has left it', async () => {
    expect((await peopleOf({ desk: 'C002' })).officer).toEqual([accounts.otherDesk]);
    expect((await peopleOf({ desk: 'C005' })).officer).toEqual([accounts.desk, accounts.otherDesk]);
  });

  test('nobody of a unit before it is assigned, and a head who handles it only once', async () => {
    expect((await peopleOf({})).handler).toEqual([]);
    expect((await peopleOf({ unit: 'U01', handler: 'C003' })).handler).toEqual([accounts.head]);
  });

  test('the company’s people where nobody submitted it in chat, or the submitter has left', async () => {
    const company = [accounts.entrepreneur, accounts.partner];
    expect((await peopleOf({ submitter: null })).entrepreneur).toEqual(company);
    await world.write((tx) => tx.delete('bindings', accounts.entrepreneur));
    expect((await peopleOf({})).entrepreneur).toEqual([accounts.partner]);
  });
});

describe('the list without a code', () => {
  beforeEach(async () => {
    await world.given({ id: 'P0001', tracking_code: 'AAAA2222', submitted_at: '2026-11-03T09:00:00+08:00' });
    await world.given({
      id: 'P0002',
      tracking_code: 'BBBB2222',
      submitted_at: '2026-11-04T09:00:00+08:00',
      state: 'assigned',
      unit: 'U01',
      handler: 'C004',
    });
    await world.given({ id: 'P0003', tracking_code: 'CCCC2222', enterprise: 'E002', state: 'closed' });
  });
  const listed = async (who: keyof typeof accounts, today = '2026-11-04') => {
    const actor = await world.as(who);
    const on = { calendar: workCalendar([]), today };
    const { side, problems } = await world.store.read((tx) => listProblems(tx, { actor, ...on }));
    return [side, ...problems.map(({ id }) => id)];
  };

  test.each([
    ['entrepreneur', ['entrepreneur', 'P0002', 'P0001']],
    ['stranger', ['entrepreneur', 'P0003']],
    ['desk', ['desk', 'P0001', 'P0002']],
    ['handler', ['handler', 'P0002']],
    ['head', ['handler', 'P0002']],
    ['colleague', ['handler']],
    ['otherHead', ['handler']],
    ['leader', ['handler']],
  ] as const)('%s sees %j', async (who, expected) => expect(await listed(who)).toEqual(expected));

  test('who works on them sees what is overdue first', async () => {
    await world.given({
      id: 'P0001',
      submitted_at: '2026-11-03T09:00:00+08:00',
      state: 'accepted',
      accepted_at: '2026-11-03T10:00:00+08:00',
    });
    await world.given({
      id: 'P0002',
      submitted_at: '2026-11-04T09:00:00+08:00',
      tracking_code: 'BBBB2222',
      state: 'submitted',
    });
    expect(await listed('desk', '2026-11-05')).toEqual(['desk', 'P0001', 'P0002']);
    expect(await listed('desk', '2026-11-06')).toEqual(['desk', 'P0002', 'P0001']);
  });
});

describe('what is seen', () => {
  test('names stand in place of ids, and the sealed contact is left behind', async () => {
    const refusal = { unit: 'U02', assigned_at: 'a', refused_at: 'b', reason: '不归口' };
    const problem = problemDoc({ unit: 'U01', handler: 'C004', desk: 'C002', refusals: [refusal] });
    const sight = await world.store.read((tx) => sightOfProblem(tx, problem, world.calendar));
    expect(sight).toMatchObject({
      unit_name: '区人社局',
      handler_name: '陈静',
      desk_name: '邵洁',
      names: { U02: '区住建局' },
    });
    expect(sight).not.toHaveProperty('contact');
  });

  test('a code finds it however it was typed; a foreign one is as good as unknown', async () => {
    await world.given();
    const find = async (who: keyof typeof accounts, code: string) => {
      const actor = await world.as(who);
      return world.store.read((tx) => findProblemByCode(tx, { code, actor }));
    };
    expect((await find('entrepreneur', 'abcd-2345'))?.problem.id).toBe('P0001');
    for (const code of ['ABCD2345', 'ZZZZ9999', '<script>', '']) {
      expect(await find('stranger', code)).toBeUndefined();
    }
  });
});
