import { setTimeout as pause } from 'node:timers/promises';
import type { Emulator } from '#src/emulator/emulator.ts';
import { bot } from '#src/emulator/state/message.ts';
import type { Chance } from './crash-random.ts';
import type { Relay } from './crash-relay.ts';
import { type ProductChild, spawnProduct } from './crash-spawn.ts';

/** When a kill comes: somewhere in the start, or at the n-th event posted, event acknowledged or message delivered after it. */
type Moment = 'starting' | 'posted' | 'acknowledged' | 'delivered';

const moments: readonly Moment[] = ['starting', 'posted', 'acknowledged', 'delivered'];
const startMs = 700;
const mostSteps = 15;
/** When there are not so many steps, the kill comes anyway. */
const limitMs = 2_000;
/** Loading takes a second, so the next processes do it meanwhile. */
const warmAhead = 2;

interface Killing {
  readonly relay: Relay;
  readonly platform: Emulator;
  readonly chance: Chance;
  /** The packed child, its folder and the platform's address. */
  readonly script: string;
  readonly dir: string;
  readonly url: string;
}

/** Starts the product again and again and kills it, a quarter of the times at each kind of moment; leaves the last one running. */
export async function killAndRestart(
  killing: Killing,
  kills: number,
): Promise<{ last: ProductChild; logs: string[] }> {
  const { relay, chance, script, dir, url } = killing;
  const warming: Promise<ProductChild>[] = [];
  let spawned = 0;
  const next = async (): Promise<ProductChild> => {
    for (; spawned <= kills && warming.length <= warmAhead; spawned += 1)
      warming.push(spawnProduct(script, dir, url));
    const child = await warming.shift();
    if (!child) throw new Error('no child is warming');
    child.open((port) => relay.pointAt(port));
    return child;
  };
  const logs: string[] = [];
  const rounds = chance.shuffled(
    Array.from({ length: kills }, (_, index) => moments[index % moments.length]),
  );
  const stepsOf = watchSteps(killing);
  for (const moment of rounds) {
    const child = await next();
    if (moment === 'starting') await pause(chance.number(startMs));
    else {
      await child.up();
      // Half of the kills come in the very instant, before the product has read what the other side did.
      const act = chance.strikes(0.5) ? () => void child.kill() : () => {};
      await stepsOf(moment, 1 + Math.floor(chance.number(mostSteps)), act);
      await pause(chance.number(30));
    }
    relay.pointAt(undefined);
    await child.kill();
    logs.push(child.logged());
  }
  const last = await next();
  await last.up();
  return { last, logs };
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
