import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bot, type EmulatedMessage } from '#src/emulator/state/message.ts';
import { verifyChain } from '#src/store/journal/verify-chain.ts';
import { findings, readFolder } from '../support/crash-findings.ts';
import { People, type Reporter } from '../support/crash-people.ts';
import { createPlatform } from '../support/crash-platform.ts';
import { Chance } from '../support/crash-random.ts';
import { Relay } from '../support/crash-relay.ts';
import { packChild, type ProductChild, spawnProduct } from '../support/crash-spawn.ts';
import { storeFolder } from '../support/store-folder.ts';

/** When the kill comes: somewhere in the start, or at the n-th event, 200 or delivery after it. */
const moments = ['starting', 'posted', 'acknowledged', 'delivered'] as const;
const killsAtEach = 5;
/** Loading takes a second, so the next processes do it meanwhile. */
const warmAhead = 2;

const reporters: readonly Reporter[] = [
  reporter('ou_demo_C045', '专项债券资金支出进度10月84.NN%', 'XM-10|U06|84.NN'),
  reporter('ou_demo_C045', '一般公共预算支出进度10月78.NN%', 'JJ-06|U06|78.NN'),
  reporter('ou_demo_C188', '固投10月累计13.NN亿元', 'XM-01|U40|13.NN'),
  reporter('ou_demo_C168', '固投10月累计15.NN亿元', 'XM-01|U34|15.NN'),
  { ...reporter('ou_demo_C172', '@强引擎 固投10月累计18.NN亿元', 'XM-01|U36|18.NN'), chat: 'oc_demo_unit_U36' },
];

function reporter(openId: string, sentence: string, mark: string): Reporter {
  const chat = 'private';
  return { openId, chat, say: (nn) => sentence.replace('NN', nn), value: (nn) => mark.replace('NN', nn) };
}

it('the whole product survives 20 kills: nothing lost, nothing twice', { timeout: 180_000 }, async () => {
  const startedMs = Date.now();
  const chance = new Chance(Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000));
  const dir = await storeFolder();
  const script = await packChild(await storeFolder());
  const relay = new Relay(chance);
  await relay.listen();
  const platform = await createPlatform(dir, () => relay.url);
  const { url, close } = await platform.listen(0);
  const seen = new Map<string, EmulatedMessage>();
  const repeated = new Set<object>();
  const noteRepeated = () => {
    for (const call of platform.calls()) if (call.repeated) repeated.add(call);
  };
  let onDelivered = () => {};
  platform.onMessage((message) => {
    const isNew = !seen.has(message.id);
    seen.set(message.id, message);
    if (isNew && message.from === bot) onDelivered();
  });

  let killing = true;
  const people = new People({ emulator: platform, chance, isOver: () => !killing });
  const repeatingUntilOver = async () => {
    while (killing) {
      await relay.repeatOne();
      await pause(chance.number(150));
    }
  };
  const lives = Promise.all([
    ...reporters.map((each) => people.reports(each)),
    people.reads('ou_demo_C002', 'oc_demo_leaders', '/排名'),
    people.reads('ou_demo_C002', 'private', '/排名 镇街 三季度'),
    people.submits('ou_demo_E001'),
    people.submits('ou_demo_E002'),
    repeatingUntilOver(),
  ]);
  lives.catch(() => undefined);

  const warming: Promise<ProductChild>[] = [];
  const logs: string[] = [];
  const nextChild = async () => {
    while (warming.length < warmAhead + 1) warming.push(spawnProduct(script, dir, url));
    const child = await warming.shift();
    if (!child) throw new Error('no child is warming');
    child.open((port) => relay.pointAt(port));
    return child;
  };

  /** Resolves at the n-th step of that kind, or after 3 s without so many. */
  const steps = (kind: (typeof moments)[number], count: number, act: () => void) => {
    let left = count;
    const step = () => {
      left -= 1;
      if (left === 0) act();
    };
    relay.onStep = (done) => void (done === kind && step());
    onDelivered = () => void (kind === 'delivered' && step());
  };

  for (const moment of chance.shuffled(Array.from({ length: killsAtEach }, () => moments).flat())) {
    const child = await nextChild();
    if (moment === 'starting') await pause(chance.number(700));
    else {
      await child.up();
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, 3000);
        const now = () => {
          clearTimeout(limit);
          // In the same instant half of the time: before the product has heard of it.
          if (chance.strikes(0.5)) void child.kill();
          resolve();
        };
        steps(moment, 1 + Math.floor(chance.number(25)), now);
      });
      await pause(chance.number(30));
    }
    relay.pointAt(undefined);
    await child.kill();
    logs.push(child.logged());
    noteRepeated();
  }
  steps('starting', 0, () => {});

  const last = await nextChild();
  await last.up();
  killing = false;
  await lives;
  const lateRepeats = await Promise.all(Array.from({ length: 40 }, () => relay.repeatOne()));
  const exit = await last.stop();
  await close();
  noteRepeated();

  const letters = [...relay.letters.values()];
  const stored = await readFolder(dir);
  const { lines, segments } = await verifyChain(dir);
  const about = JSON.stringify({
    seed: chance.seed,
    seconds: (Date.now() - startedMs) / 1000,
    asked: people.asked.length,
    deeds: people.deeds.length,
    presses: people.deeds.reduce((sum, { presses }) => sum + presses, 0),
    letters: letters.length,
    deliveries: letters.reduce((sum, { deliveries }) => sum + deliveries, 0),
    repeats: relay.repeats,
    sentAgain: repeated.size,
    botMessages: [...seen.values()].filter(({ from }) => from === bot).length,
    segments, stale: [...seen.values()].filter((m)=>people.deeds.some((d)=>d.card===m.id&&d.presses>0)&&m.earlier.length===0).length,
    told: people.deeds.flatMap((d)=>d.told).reduce((m: Record<string,number>,t)=>{const k=t.replace(/[0-9A-Z]{8}|\d+号/g,'N');m[k]=(m[k]??0)+1;return m;},{}),
  });
  process.stdout.write(`${about}\n${[...new Set(logs.join('').split('\n').map((l)=>l.replace(/"time":\d+,/,'')))].join('\n')}\n`);
  const found = findings({ dir, messages: [...seen.values()], ...people, letters }, stored);
  for (const [what, list] of Object.entries(found)) expect(list, `${what} ${about}`).toEqual([]);
  expect(lateRepeats, about).not.toContain(false);
  expect(exit, about).toBe(0);
  expect(stored.lines, about).toHaveLength(lines);
  expect(repeated.size, about).toBeGreaterThan(0);
  expect(people.asked.length, about).toBeGreaterThan(60);
});
