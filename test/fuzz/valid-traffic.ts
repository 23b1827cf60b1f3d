import { setTimeout as pause } from 'node:timers/promises';
import type { Emulator } from '#src/emulator/emulator.ts';
import { bot } from '#src/emulator/state/message.ts';

/** Genuine traffic of people who only read: how long each waited for the bot's answer, in ms. */
export interface Served {
  readonly waits: readonly number[];
  readonly unanswered: number;
}

const words = ['/排名', '/帮助', '/排名 镇街', '/得分 10月'];
const askers = [
  'ou_demo_C002',
  'ou_demo_C003',
  'ou_demo_C012',
  'ou_demo_C028',
  'ou_demo_C039',
  'ou_demo_C045',
];
const patienceMs = 20_000;

/** Asks at a steady pace, whatever the answers, until told to stop; resolves when the last answer is there. */
export async function serveMeanwhile(
  platform: Emulator,
  { perSecond, isOver }: { perSecond: number; isOver: () => boolean },
): Promise<Served> {
  const waits: number[] = [];
  const asked = new Map<string, number>();
  const early = new Map<string, number>();
  const off = platform.onMessage(({ from, replyTo }) => {
    if (from !== bot || replyTo === undefined || early.has(replyTo)) return;
    early.set(replyTo, performance.now());
    const began = asked.get(replyTo);
    if (began === undefined) return;
    asked.delete(replyTo);
    waits.push(performance.now() - began);
  });
  const ask = async (number: number) => {
    const began = performance.now();
    const person = askers[number % askers.length] ?? '';
    const { messageId } = await platform.says(person, 'private', words[number % words.length] ?? '');
    const answered = early.get(messageId);
    if (answered === undefined) asked.set(messageId, began);
    else waits.push(answered - began);
  };
  const asking: Promise<void>[] = [];
  const started = performance.now();
  for (let number = 0; !isOver(); number += 1) {
    await pause(Math.max(0, started + (number / perSecond) * 1000 - performance.now()));
    asking.push(ask(number));
  }
  await Promise.all(asking);
  for (const until = performance.now() + patienceMs; asked.size > 0 && performance.now() < until; )
    await pause(20);
  off();
  return { waits, unanswered: asked.size };
}

/** The value below which that share of a list lies. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
