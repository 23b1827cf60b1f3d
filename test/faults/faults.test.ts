import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '#src/emulator/faults.ts';
import { bot } from '#src/emulator/state/message.ts';
import { messageText } from '#src/emulator/state/visible-text.ts';
import {
  answersTo,
  countAnswers,
  type FaultRow,
  faultTable,
  lastWords,
  messageCalls,
} from '../support/fault-row.ts';
import { FaultWorld } from '../support/fault-world.ts';

/** 许美玲 and a cadre of a street, each in private. */
const asker = 'ou_demo_C045';
const bystander = 'ou_demo_C188';

const rows: FaultRow[] = [];
let world: FaultWorld;
beforeAll(async () => {
  world = await FaultWorld.open();
});
afterEach(() => world.emulator.faults.clear());
afterAll(async () => {
  await world.close();
  if (process.env.FAULTS_TABLE) process.stdout.write(`${faultTable(rows)}\n`);
});

const answersIn = (openId: string, asked: string) =>
  answersTo(world.emulator.messagesOf(world.emulator.privateChatOf(openId)), asked);

/** The asker asks twice and somebody else once, all at the same time; then time passes. */
async function askThrough(fault: string, ms: number, pass = () => world.pass(ms)): Promise<FaultRow> {
  const startMs = Date.now();
  const before = world.arrivals.length;
  const parked = (await world.parked()).length;
  const { emulator } = world;
  const first = await emulator.says(asker, 'private', '/我的');
  const second = await emulator.says(asker, 'private', '/帮助');
  const third = await emulator.says(bystander, 'private', '/我的');
  await pass();
  const answers = [answersIn(asker, first.messageId), answersIn(asker, second.messageId)];
  const others = answersIn(bystander, third.messageId);
  const [a, b] = answers.map((list) => list[0]?.sequence ?? 0);
  if (a && b) expect(a, 'the order within the chat').toBeLessThan(b);
  const calls = messageCalls(world.arrivals.slice(before));
  const row = {
    fault,
    sees: lastWords(world, emulator.privateChatOf(asker)),
    asked: 3,
    ...countAnswers([...answers, others].map(({ length }) => length)),
    parked: (await world.parked()).length - parked,
    calls: calls.length,
    seconds: Math.round(((calls.at(-1)?.atMs ?? startMs) - startMs) / 1000),
  };
  rows.push(row);
  return row;
}

const all = { shown: 3, lost: 0, doubled: 0, parked: 0 };

describe('a fault of the platform that passes: every answer comes once, in order', () => {
  const passing: readonly [string, Fault, calls: number][] = [
    ['429, wait 7 s', { on: 'reply', kind: 'limited', resetSeconds: 7 }, 4],
    ['99991400 without a time', { on: 'reply', kind: 'refused', code: 99991400 }, 4],
    ['230020', { on: 'reply', kind: 'refused', code: 230020, times: 2 }, 5],
    ['99991663 once', { on: 'reply', kind: 'refused', code: 99991663 }, 4],
    ['500', { on: 'reply', kind: '500', times: 3 }, 6],
    ['502 with a page', { on: 'reply', kind: '502', times: 3 }, 6],
    ['hang', { on: 'reply', kind: 'hang', times: 2 }, 5],
    ['hang after the effect', { on: 'reply', kind: 'hang_after', times: 2 }, 5],
    ['connection reset before the effect', { on: 'reply', kind: 'reset_before', times: 3 }, 6],
    ['connection reset after the effect', { on: 'reply', kind: 'reset_after', times: 3 }, 6],
    ['the same uuid still under way', { on: 'reply', kind: 'refused', code: 230049, times: 2 }, 5],
  ];

  test.each(passing)('%s', async (name, fault, calls) => {
    world.emulator.faults.inject(fault);
    const row = await askThrough(name, 40_000);
    expect(row).toMatchObject(all);
    // A reset on a kept connection is repeated at once, before the outbox hears of it.
    expect(row.calls).toBeGreaterThanOrEqual(calls);
  });

  test('all tokens revoked: one new one is fetched', async () => {
    world.emulator.faults.revokeTokens();
    const before = tokenCalls();
    expect(await askThrough('tokens revoked', 5000)).toMatchObject(all);
    expect(tokenCalls() - before).toBe(1);
  });

  test('the token endpoint down', async () => {
    world.emulator.faults.revokeTokens();
    world.emulator.faults.inject({ on: 'token', kind: '502', times: 6 });
    expect(await askThrough('token endpoint down', 60_000)).toMatchObject(all);
  });

  const tokenCalls = () => world.arrivals.filter(({ path }) => path.includes('tenant_access_token')).length;
});

test('while the platform tells the app to wait, nothing is sent to anybody', async () => {
  world.emulator.faults.inject({ on: 'reply', kind: 'limited', resetSeconds: 20 });
  await world.emulator.says(asker, 'private', '/我的');
  await world.pass(1000);
  const before = world.arrivals.length;
  await world.emulator.says(bystander, 'private', '/我的');
  await world.pass(18_000, 500);
  expect(world.arrivals.length).toBe(before);
  await world.pass(3000);
  expect(world.arrivals.length).toBe(before + 2);
});

test('a chat over its own limit holds up nobody else', async () => {
  world.emulator.faults.inject({ on: 'reply', kind: 'refused', code: 230020, times: 1 });
  await world.emulator.says(asker, 'private', '/我的');
  await world.pass(100);
  const { messageId } = await world.emulator.says(bystander, 'private', '/我的');
  await world.pass(200);
  expect(answersIn(bystander, messageId)).toHaveLength(1);
  await world.pass(5000);
});

test('a refused card goes as its words, in its place; the card is parked', async () => {
  const message = 'Failed to create card content, ext=ErrCode: 200621; ErrMsg: bad;';
  world.emulator.faults.inject({ on: 'reply', kind: 'refused', code: 230099, message });
  expect(await askThrough('230099 card refused', 5000)).toMatchObject({ ...all, parked: 1 });
  const [doc] = (await world.parked()).slice(-1);
  expect(doc).toMatchObject({ kind: 'interactive', parked: { cause: 'text_instead', code: 230099 } });
});

test('the answer to a message that was recalled goes to the chat without quoting it', async () => {
  const { emulator } = world;
  const chat = emulator.privateChatOf(asker);
  const before = emulator.messagesOf(chat).length;
  emulator.faults.inject({ on: 'reply', kind: '500' });
  const { messageId } = await emulator.says(asker, 'private', '/我的');
  emulator.faults.recall(messageId);
  await world.pass(10_000);
  const since = emulator.messagesOf(chat).slice(before - 1);
  const answers = since.filter(({ from, replyTo }) => from === bot && replyTo === undefined);
  expect(answers.map(messageText)).toEqual([expect.stringContaining('待上报')]);
  rows.push({
    fault: 'the asked message recalled (230011)',
    sees: lastWords(world, chat),
    asked: 1,
    ...countAnswers([answers.length]),
    parked: 0,
    calls: 3,
    seconds: 1,
  });
});

describe('a fault that stays: the answer is parked with its reason, never doubled', () => {
  test.each([230013, 230022, 230029, 230035, 230053, 99991403, 99991672])(
    '%i is parked at once',
    async (code) => {
      world.emulator.faults.inject({ on: 'reply', kind: 'refused', code });
      const row = await askThrough(`${code}`, 3000);
      expect(row).toMatchObject({ shown: 2, doubled: 0, parked: 1, calls: 3 });
      expect((await world.parked()).at(-1)?.reason).toContain(`（代码 ${code}）`);
    },
  );

  test('99991663 for good: each is given up after 30 tries, about two hours, and then what waits behind it', async () => {
    world.emulator.faults.inject({ on: 'any', kind: 'refused', code: 99991663, times: 1000 });
    const row = await askThrough('99991663 for good', 0, () => world.leap(300 * 60_000));
    expect(row).toMatchObject({ shown: 0, doubled: 0 });
    const mine = (await world.parked()).filter(
      ({ parked, target }) => parked?.code === 99991663 && target.type === 'reply',
    );
    expect(mine).toHaveLength(3);
    expect(new Set(mine.map(({ parked }) => parked?.cause))).toEqual(new Set(['tried_out']));
  });

  test('no answer for an hour: of unknown outcome, never sent blind; what waited behind it follows', async () => {
    world.emulator.faults.inject({ on: 'any', kind: 'reset_after', times: 1000 });
    const row = await askThrough('no answer for good', 0, () => world.leap(120 * 60_000));
    // Each did arrive: the outcome is unknown to us, so a retry without being asked would have doubled it.
    expect(row).toMatchObject({ shown: 3, doubled: 0 });
    const unknown = (await world.parked()).filter(({ parked }) => parked?.cause === 'unknown');
    expect(unknown).toHaveLength(3);
    world.emulator.faults.clear();
    expect(await askThrough('after hours of faults', 3000)).toMatchObject(all);
  });
});
