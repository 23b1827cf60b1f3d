import { watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Emulator } from '#src/emulator/emulator.ts';
import { bot } from '#src/emulator/state/message.ts';
import { isCompacting } from './crash-compacting.ts';
import type { Chance } from './crash-random.ts';
import type { Relay } from './crash-relay.ts';
import { type Phase, type ProductChild, type ProductPlace, spawnProduct } from './crash-spawn.ts';

/** When a kill comes: while files are read, somewhere in the start, when a snapshot begins to be written, or at the n-th event posted, event acknowledged or message delivered. */
const moments = ['replay', 'start-up', 'compaction', 'posted', 'acknowledged', 'delivered'] as const;
type Moment = (typeof moments)[number];

const mostSteps = 15;
/** When there are not so many steps, the kill comes anyway. */
const limitMs = 5_000;
/** Loading takes a second, so the next processes do it meanwhile. */
const warmAhead = 2;
/** How long the parts of a start take, until one was measured. */
const firstGuess = { replay: 300, 'start-up': 700 };

/** What is killed, and what goes on around it. */
export interface Killing extends ProductPlace {
  readonly relay: Relay;
  readonly platform: Emulator;
  readonly chance: Chance;
  /** Told after each kill: a program shows that it is alive. */
  readonly tell?: (kills: number) => void;
}

/** How many kills hit a process in each phase, and how many of those that served in the middle of a compaction. */
export type Places = Record<Phase | 'compaction', number>;

interface Killed {
  readonly last: ProductChild;
  readonly logs: string[];
  readonly places: Places;
}

/** Starts the product again and again and kills it, equally often at each kind of moment; leaves the last one running. */
export async function killAndRestart(killing: Killing, kills: number): Promise<Killed> {
  const { relay, chance, dir } = killing;
  const next = startOnes(killing, kills + 1);
  const logs: string[] = [];
  const places: Places = { replay: 0, 'start-up': 0, serving: 0, compaction: 0 };
  const rounds = chance.shuffled(
    Array.from({ length: kills }, (_, index) => moments[index % moments.length]),
  );
  const waitFor = watchMoments(killing);
  for (const [index, moment] of rounds.entries()) {
    const openedMs = Date.now();
    const child = await next();
    await waitFor(moment, child);
    const phase = child.phase();
    relay.pointAt(undefined);
    await child.kill();
    places[phase] += 1;
    if (phase !== 'replay' && (await isCompacting(dir, openedMs))) places.compaction += 1;
    logs.push(child.logged());
    killing.tell?.(index + 1);
  }
  const last = await next();
  await last.up();
  return { last, logs, places };
}

/** The next process, opened; those after it are warming. */
function startOnes(killing: Killing, most: number): () => Promise<ProductChild> {
  const warming: Promise<ProductChild>[] = [];
  let spawned = 0;
  return async () => {
    for (; spawned < most && warming.length <= warmAhead; spawned += 1) warming.push(spawnProduct(killing));
    const child = await warming.shift();
    if (!child) throw new Error('no child is warming');
    child.open((port) => killing.relay.pointAt(port));
    return child;
  };
}

function watchMoments(killing: Killing) {
  const { chance, dir } = killing;
  const stepsOf = watchSteps(killing);
  const took = { ...firstGuess };
  return async (moment: Moment | undefined, child: ProductChild): Promise<void> => {
    const openedMs = Date.now();
    if (moment === 'replay') return void (await pause(chance.number(took.replay)));
    await child.replayed();
    took.replay = Date.now() - openedMs;
    if (moment === 'start-up') return void (await pause(chance.number(took['start-up'])));
    await child.up();
    took['start-up'] = Date.now() - openedMs - took.replay;
    // Half of the kills come in the very instant, before the product has read what the other side did.
    const act = chance.strikes(0.5) ? () => void child.kill() : () => {};
    if (moment === 'compaction') await snapshotBegun(dir, act);
    else await stepsOf(moment, 1 + Math.floor(chance.number(mostSteps)), act);
    await pause(chance.number(30));
  };
}

/** Resolves when a snapshot begins to be written, having acted in the same instant, or after a while without one. */
function snapshotBegun(dir: string, act: () => void): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      watcher.close();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, 2 * limitMs);
    const watcher = watch(dir, (_event, name) => {
      if (name !== 'db.json.tmp') return;
      act();
      end();
    });
  });
}

/** Resolves at the n-th step of a kind from now on, having acted in the same instant, or after a while without so many. */
function watchSteps({ relay, platform }: Killing) {
  let onStep = (_kind: Moment) => {};
  const delivered = new Set<string>();
  relay.onStep = (kind) => onStep(kind);
  platform.onMessage(({ id, from }) => {
    if (from !== bot || delivered.has(id)) return;
    delivered.add(id);
    onStep('delivered');
  });
  return (wanted: Moment | undefined, count: number, act: () => void) =>
    new Promise<void>((resolve) => {
      let left = count;
      const end = () => {
        onStep = () => {};
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, limitMs);
      onStep = (kind) => {
        if (kind === wanted) left -= 1;
        if (left > 0) return;
        act();
        end();
      };
    });
}
