import type { BotProcess } from './bot-process.ts';
import { closedLoop, type Round, type Turn } from './closed-loop.ts';
import { median, percentile, total } from './figures.ts';
import type { Usage } from './gauge.ts';
import { createPoster, type Poster } from './poster.ts';

/** A bot with its way to do a journey. */
export interface Contestant {
  readonly bot: BotProcess;
  readonly turn: (poster: Poster) => Turn;
}

/** How long and how often both run by turns. */
export interface Course {
  readonly connections: number;
  readonly seats: number;
  /** How long each runs first, uncounted. */
  readonly warmMs: number;
  readonly rounds: number;
  readonly roundMs: number;
}

/** What a contestant did over all rounds. */
export interface Result {
  /** Journeys a second, round by round. */
  readonly rates: readonly number[];
  readonly done: number;
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMs: number;
  /** Median of the rounds. */
  readonly loopP99Ms: number;
  readonly rssMb: number;
  /** Recorded during these rounds. */
  readonly recorded: number;
}

type Lap = Round & { readonly usage: Usage };

async function underLoad<T>(
  { bot, turn }: Contestant,
  course: Course,
  run: (load: (ms: number) => Promise<Round>) => Promise<T>,
): Promise<T> {
  const poster = createPoster(bot.port, course.connections);
  try {
    const load = { turn: turn(poster), connections: course.connections, seats: course.seats };
    return await run((ms) => closedLoop({ ...load, ms }));
  } finally {
    await poster.close();
  }
}

function lap(contestant: Contestant, course: Course): Promise<Lap> {
  return underLoad(contestant, course, async (load) => {
    // Connections and caches.
    await load(Math.min(1000, course.roundMs / 3));
    const { result, usage } = await contestant.bot.during(() => load(course.roundMs));
    return { ...result, usage };
  });
}

/** A bot runs for weeks; a fresh process spends half of its first half minute on compiling what it does often (measured). */
async function warmUp(contestants: readonly Contestant[], course: Course): Promise<void> {
  if (course.warmMs === 0) return;
  for (const contestant of contestants) await underLoad(contestant, course, (load) => load(course.warmMs));
}

function resultOf(laps: readonly Lap[]): Result {
  const latencies = laps.flatMap((one) => [...one.latencies]);
  return {
    rates: laps.map((one) => one.latencies.length / one.seconds),
    done: latencies.length,
    failed: total(laps.map((one) => one.failed)),
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    cpuMs: total(laps.map((one) => one.usage.cpuMs)),
    loopP99Ms: median(laps.map((one) => one.usage.loopP99Ms)),
    rssMb: Math.max(...laps.map((one) => one.usage.rssMb)),
    recorded: total(laps.map((one) => one.usage.recorded)),
  };
}

/** Lets two bots run the same course by turns, so that whatever else the machine does meets both. */
export async function contest({ ours, peer }: { ours: Contestant; peer: Contestant }, course: Course) {
  const laps: { ours: Lap[]; peer: Lap[] } = { ours: [], peer: [] };
  await warmUp([ours, peer], course);
  for (let round = 0; round < course.rounds; round += 1) {
    laps.ours.push(await lap(ours, course));
    laps.peer.push(await lap(peer, course));
  }
  const failure = [...laps.ours, ...laps.peer].find((one) => one.firstFailure !== undefined)?.firstFailure;
  return { ours: resultOf(laps.ours), peer: resultOf(laps.peer), failure };
}
