import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bot, type EmulatedMessage } from '#src/emulator/state/message.ts';
import { verifyFolder } from '#src/store/json-file/verify-folder.ts';
import type { OnEnd } from './crash-end.ts';
import { type Finding, findings } from './crash-findings.ts';
import { readFolder } from './crash-folder.ts';
import { killAndRestart, type Places } from './crash-kills.ts';
import { People, type Reporter } from './crash-people.ts';
import { createPlatform } from './crash-platform.ts';
import { Chance } from './crash-random.ts';
import { Relay } from './crash-relay.ts';
import { packChild } from './crash-spawn.ts';

const reporters: readonly Reporter[] = [
  reporter('ou_demo_C045', ['专项债券资金支出进度10月N%', 'XM-10|U06|N'], 84),
  reporter('ou_demo_C045', ['一般公共预算支出进度10月N%', 'JJ-06|U06|N'], 78),
  reporter('ou_demo_C188', ['固投10月累计N亿元', 'XM-01|U40|N'], 13),
  reporter('ou_demo_C168', ['固投10月累计N亿元', 'XM-01|U35|N'], 15),
  { ...reporter('ou_demo_C172', ['@强引擎 固投10月累计N亿元', 'XM-01|U36|N'], 18), chat: 'oc_demo_unit_U36' },
];

/** Says values a hundredth apart, from a whole number on. */
function reporter(openId: string, [sentence, mark]: [string, string], whole: number): Reporter {
  const value = (number: number) =>
    `${whole + Math.floor(number / 100)}.${String(number % 100).padStart(2, '0')}`;
  return {
    openId,
    chat: 'private',
    say: (number) => sentence.replace('N', value(number)),
    mark: (number) => mark.replace('N', value(number)),
  };
}

/** What to do to the product. */
export interface CrashSoak {
  readonly kills: number;
  readonly seed: number;
  readonly onEnd: OnEnd;
  readonly tell?: (kills: number) => void;
}

/** What came of it. */
export interface CrashOutcome {
  readonly findings: readonly Finding[];
  readonly places: Places;
  readonly counts: Readonly<Record<string, unknown>> & {
    readonly asked: number;
    readonly segments: number;
    /** Calls that the platform recognised as repeats by their uuid. */
    readonly sentAgain: number;
  };
}

/** Everybody lives on until the kills are over and then finishes what they began; resolves with what stopped one of them, if anything did. */
async function live(
  people: People,
  relay: Relay,
  during: { chance: Chance; isOver: () => boolean },
): Promise<Finding[]> {
  const { chance, isOver } = during;
  const repeat = async () => {
    while (!isOver()) {
      await relay.repeatOne();
      await pause(chance.number(150));
    }
  };
  const lives = [
    ...reporters.map((each) => people.reports(each)),
    people.reads('ou_demo_C002', { chat: 'oc_demo_leaders', text: '/排名' }),
    people.reads('ou_demo_C002', { chat: 'private', text: '/排名 镇街 三季度' }),
    people.submits('ou_demo_E001'),
    people.submits('ou_demo_E002'),
    repeat(),
  ];
  const ends = await Promise.allSettled(lives);
  return ends.flatMap((end) =>
    end.status === 'rejected' ? [{ kind: 'replies lost' as const, text: String(end.reason) }] : [],
  );
}

async function temporary(onEnd: OnEnd): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'crash-'));
  onEnd(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function openWorld({ seed, onEnd }: CrashSoak) {
  const chance = new Chance(seed);
  const dir = await temporary(onEnd);
  const script = await packChild(await temporary(onEnd));
  const relay = new Relay(chance);
  await relay.listen(onEnd);
  const platform = await createPlatform(dir, () => relay.url);
  const { url, close } = await platform.listen(0);
  onEnd(() => close());
  const seen = new Map<string, EmulatedMessage>();
  const sentAgain = new Set<object>();
  platform.onMessage((message) => {
    seen.set(message.id, message);
    for (const call of platform.calls().slice(-20)) if (call.repeated) sentAgain.add(call);
  });
  return { chance, dir, script, relay, platform, url, seen, sentAgain };
}

/** Runs the whole product under mixed load, kills it again and again, and compares what people, platform and files remember. */
export async function crashSoak(soak: CrashSoak): Promise<CrashOutcome> {
  const startedMs = Date.now();
  const world = await openWorld(soak);
  const { relay, platform, chance, dir, seen } = world;
  let over = false;
  const isOver = () => over;
  const people = new People({ emulator: platform, chance, isOver });
  const lives = live(people, relay, { chance, isOver });
  const { last, logs, places } = await killAndRestart({ ...soak, ...world }, soak.kills);
  over = true;
  const stopped = await lives;
  const lateRepeats = await Promise.all(Array.from({ length: 40 }, () => relay.repeatOne()));
  const exit = await last.stop();

  const stored = await readFolder(dir);
  const chain = await verifyFolder(dir);
  const letters = [...relay.letters.values()];
  const messages = [...seen.values()];
  const alarms = logs.join('').split('\n').filter(isAlarm);
  const others = [
    ...alarms,
    ...(lateRepeats.includes(false) ? ['a late repeat got no 200'] : []),
    ...(exit === 0 ? [] : [`the last process ended with ${exit}`]),
  ];
  return {
    places,
    findings: [
      ...findings({ messages, asked: people.asked, deeds: people.deeds, letters }, stored),
      ...stopped,
      ...others.map((text) => ({ kind: 'other' as const, text })),
      ...(stored.lines.length === chain.lines
        ? []
        : [
            {
              kind: 'files damaged' as const,
              text: `${stored.lines.length} lines, ${chain.lines} in the chain`,
            },
          ]),
    ],
    counts: {
      seed: soak.seed,
      seconds: Math.round((Date.now() - startedMs) / 1000),
      ...people.counts(),
      ...relay.counts(),
      sentAgain: world.sentAgain.size,
      botMessages: messages.filter(({ from }) => from === bot).length,
      lines: chain.lines,
      segments: chain.segments,
      tornTails: logs.join('').split('torn last line').length - 1,
    },
  };
}

/** Errors in the product's log, but for asking the platform to repeat while it does not yet know who it is. */
function isAlarm(line: string): boolean {
  return line.includes('"level":50') && !line.includes('own open_id not known yet');
}
