import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testKeys } from '../support/crash-keys.ts';
import type { Health } from '../support/fuzz-product.ts';
import { takeAim } from './aim.ts';
import { openStage, type Stage } from './fuzz-stage.ts';
import { shootRaw, shootSlow } from './raw-sockets.ts';
import { sendAll, type Volley } from './send-all.ts';
import type { Tally } from './tally.ts';
import { type Served, serveMeanwhile } from './valid-traffic.ts';

/** How large a run is. */
export interface FuzzSize {
  readonly seed: number;
  readonly requests: number;
  readonly perSecond: number;
  /** Rounds of what no HTTP client would send. */
  readonly raw: number;
  /** Connections held open to the end of the server's patience. */
  readonly slow: number;
  /** How long valid traffic is measured alone, in ms. */
  readonly aloneMs: number;
  /** Genuine messages a second. */
  readonly validPerSecond: number;
  /** The requests are made in a process of their own, so that making them does not slow what is measured. */
  readonly apart: boolean;
}

/** What came of it. */
export interface FuzzFindings {
  readonly tallies: readonly Tally[];
  readonly seconds: number;
  readonly alone: Served;
  readonly beside: Served;
  readonly before: Health | undefined;
  readonly warm: Health | undefined;
  readonly after: Health | undefined;
  readonly alive: boolean;
  readonly exitCode: number | null;
  /** Log lines of errors that nobody foresaw. */
  readonly unforeseen: readonly string[];
  /** Log lines that are no JSON, carry control characters or a secret. */
  readonly badLogLines: readonly string[];
}

const sender = fileURLToPath(new URL('../support/fuzz-sender.ts', import.meta.url));

async function sendApart(volley: Volley): Promise<Tally> {
  const child = fork(sender, [], { execArgv: ['--import', 'tsx'] });
  child.send(volley);
  const [tally] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the sender ended early');
    }),
  ]);
  return tally;
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const secrets = [testKeys.encryptKey, testKeys.verificationToken, testKeys.appSecret];

async function logOf(stage: Stage): Promise<Pick<FuzzFindings, 'unforeseen' | 'badLogLines'>> {
  const lines = (await stage.logged()).split('\n').slice(0, -1);
  const isBad = (line: string) =>
    !isJson(line) || controls.test(line) || secrets.some((secret) => line.includes(secret));
  const isError = (line: string) =>
    /"level":[56]0/.test(line) && !line.includes('"status":503,"reason":"queue full"');
  return { badLogLines: lines.filter(isBad).slice(0, 10), unforeseen: lines.filter(isError).slice(0, 10) };
}

const warmShare = 0.1;

/** Runs the product in its own process, sends it everything hostile beside genuine traffic, and looks at what is left. */
export async function runFuzz(size: FuzzSize): Promise<FuzzFindings> {
  const stage = await openStage();
  try {
    const target = await takeAim(stage);
    const before = await stage.health();
    const { seed, requests, perSecond, validPerSecond } = size;
    const measured = async <T>(run: () => Promise<T>) => {
      let over = false;
      const served = serveMeanwhile(stage.platform, { perSecond: validPerSecond, isOver: () => over });
      const done = await run();
      over = true;
      return { done, served: await served };
    };
    const send = size.apart ? sendApart : sendAll;
    const stretch = { seed, perSecond, workers: 8, target };
    const until = Math.floor(requests * warmShare);
    // What is compiled and cached at first use counts for neither side.
    await measured(() => pause(size.aloneMs / 4));
    const { served: alone } = await measured(() => pause(size.aloneMs));
    const began = performance.now();
    const first = await send({ ...stretch, from: 0, to: until });
    const warm = await stage.health();
    const { done, served: beside } = await measured(() =>
      Promise.all([
        send({ ...stretch, from: until, to: requests }),
        shootRaw(target.port, { seed, times: size.raw }),
        shootSlow(target.port, size.slow),
      ]),
    );
    const seconds = (performance.now() - began) / 1000;
    const after = await stage.health();
    const alive = stage.isAlive();
    const log = await logOf(stage);
    const exitCode = await stage.stop();
    return {
      tallies: [first, ...done],
      seconds,
      alone,
      beside,
      before,
      warm,
      after,
      alive,
      exitCode,
      ...log,
    };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}
